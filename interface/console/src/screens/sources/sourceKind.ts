/** The kinds of sources in words. */
import { type Text, msg } from "../../i18n/useText";

const NAMES: Record<string, string> = {
  storefront: msg("source-storefront"),
  browser: msg("source-browser"),
  server: msg("source-server"),
};

export function sourceKind(text: Text, kind: string): string {
  const known = NAMES[kind];
  return known ? text(known) : kind;
}
