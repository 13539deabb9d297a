/** Members: profile, what they did, what is recommended to them, and their one switch. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { read, send } from "./client";
import type { MemberRecommendations, MemberView, Page, TimelineEntry } from "./types";

/** Entries that one press of "show more" brings. */
const TIMELINE_ENTRIES = 30;
const RECOMMENDATIONS = 12;

const path = (id: string) => `/members/${encodeURIComponent(id)}`;

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ["members", id],
    queryFn: ({ signal }) => read<MemberView>(path(id), {}, signal),
  });

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["members", id, "timeline"],
    queryFn: ({ pageParam, signal }) =>
      read<Page<TimelineEntry>>(
        `${path(id)}/timeline`,
        { cursor: pageParam, limit: TIMELINE_ENTRIES },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
  });

export const memberRecommendationsQuery = (id: string) =>
  queryOptions({
    queryKey: ["members", id, "recommendations"],
    queryFn: ({ signal }) =>
      read<MemberRecommendations>(`${path(id)}/recommendations`, { limit: RECOMMENDATIONS }, signal),
    // "Live": what the shop would show now.
    staleTime: 0,
  });

export function changePersonalisation(id: string, noPersonalisation: boolean): Promise<MemberView> {
  return send("PATCH", path(id), { no_personalisation: noPersonalisation });
}
