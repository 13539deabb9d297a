/** Members: profile, what they did, what is recommended to them, and their one switch. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";
import type { MemberDetail } from "./types";

/** Entries that one press of "show more" brings. */
const TIMELINE_ENTRIES = 30;
const RECOMMENDATIONS = 12;

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ["members", id],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/members/{id}", { params: { path: { id } }, signal })),
  });

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["members", id, "timeline"],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam, limit: TIMELINE_ENTRIES } : { limit: TIMELINE_ENTRIES };
      return bodyOf(api.GET("/api/admin/v1/members/{id}/timeline", { params: { path: { id }, query }, signal }));
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
  });

export const memberRecommendationsQuery = (id: string) =>
  queryOptions({
    queryKey: ["members", id, "recommendations"],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { limit: RECOMMENDATIONS } };
      return bodyOf(api.GET("/api/admin/v1/members/{id}/recommendations", { params, signal }));
    },
    // "Live": what the shop would show now.
    staleTime: 0,
  });

export function changePersonalisation(id: string, noPersonalisation: boolean): Promise<MemberDetail> {
  const body = { no_personalisation: noPersonalisation };
  return bodyOf(api.PATCH("/api/admin/v1/members/{id}", { params: { path: { id } }, body }));
}
