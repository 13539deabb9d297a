/** The shop's settings. */
import { queryOptions } from "@tanstack/react-query";
import { read, send } from "./client";
import type { Settings, SettingsChange } from "./types";

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => read<Settings>("/settings", {}, signal),
});

export function changeSettings(change: SettingsChange): Promise<Settings> {
  return send("PATCH", "/settings", change);
}
