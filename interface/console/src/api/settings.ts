/** The shop's settings. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";
import type { Settings, SettingsChange } from "./types";

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/settings", { signal })),
});

export function changeSettings(body: SettingsChange): Promise<Settings> {
  return bodyOf(api.PATCH("/api/admin/v1/settings", { body }));
}
