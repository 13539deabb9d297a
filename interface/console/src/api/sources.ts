/** Sources of events, their keys, what arrives, and the tracking plan. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";
import type { NewSource, PlanChange, PlannedEvent, Source } from "./types";

export const sourcesQuery = queryOptions({
  queryKey: ["sources"],
  queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/sources", { signal })),
});

export const arrivalsQuery = (source?: string) =>
  queryOptions({
    queryKey: ["sources", "arrivals", source ?? ""],
    queryFn: ({ signal }) => {
      const params = { query: source ? { source } : {} };
      return bodyOf(api.GET("/api/admin/v1/sources/arrivals", { params, signal }));
    },
    staleTime: 0,
  });

export const planQuery = queryOptions({
  queryKey: ["tracking-plan"],
  queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/tracking-plan", { signal })),
});

export function createSource(body: NewSource): Promise<Source> {
  return bodyOf(api.POST("/api/admin/v1/sources", { body }));
}

export function renameSource(id: string, name: string): Promise<Source> {
  return bodyOf(api.PATCH("/api/admin/v1/sources/{id}", { params: { path: { id } }, body: { name } }));
}

export function addKey(id: string): Promise<Source> {
  return bodyOf(api.POST("/api/admin/v1/sources/{id}/keys", { params: { path: { id } } }));
}

export function revokeKey(id: string, key: string): Promise<Source> {
  return bodyOf(api.POST("/api/admin/v1/sources/{id}/keys/revoke", { params: { path: { id } }, body: { key } }));
}

export function changePlan(body: PlanChange): Promise<PlannedEvent> {
  return bodyOf(api.PUT("/api/admin/v1/tracking-plan", { body }));
}

export async function removeFromPlan(name: string): Promise<void> {
  await api.DELETE("/api/admin/v1/tracking-plan/{name}", { params: { path: { name } } });
}
