/** Who is who: the ids of a member, what was said of them, and people who wish to be forgotten. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";
import type { Erasure, Merge } from "./types";

/** Statements of one member; nobody has more browsers than a page of them. */
const MERGES = 100;

export const identityQuery = (id: string) =>
  queryOptions({
    queryKey: ["members", id, "identity"],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/members/{id}/identity", { params: { path: { id } }, signal })),
  });

export const memberMergesQuery = (member: string) =>
  queryOptions({
    queryKey: ["members", member, "merges"],
    queryFn: ({ signal }) => {
      const query = { member, limit: MERGES };
      return bodyOf(api.GET("/api/admin/v1/identity/merges", { params: { query }, signal }));
    },
  });

export function undoMerge(id: string): Promise<Merge> {
  return bodyOf(api.POST("/api/admin/v1/identity/merges/{id}/undo", { params: { path: { id } } }));
}

export function eraseMember(id: string): Promise<Erasure> {
  return bodyOf(api.POST("/api/admin/v1/members/{id}/erasure", { params: { path: { id } } }));
}
