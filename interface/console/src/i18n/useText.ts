/** The text of a message in the chosen language. */
import type { FluentVariable } from "@fluent/bundle";
import { useLocalization } from "@fluent/react";
import { useCallback } from "react";

export type TextArgs = Record<string, FluentVariable>;
export type Text = (id: string, args?: TextArgs) => string;

export function useText(): Text {
  const { l10n } = useLocalization();
  return useCallback((id, args) => l10n.getString(id, args), [l10n]);
}

/** Marks a message id that is kept for later, so that the test of used ids finds it. */
export function msg(id: string): string {
  return id;
}
