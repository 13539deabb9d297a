/** Reports on behaviour, and the people behind their numbers. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";
import type { paths } from "./schema";
import type { PeopleList } from "./types";

type QueryOf<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } } ? NonNullable<Q> : never;

export type EventsQuery = QueryOf<"/api/admin/v1/reports/events">;
export type FunnelQuery = QueryOf<"/api/admin/v1/reports/funnel">;
export type PathsQuery = QueryOf<"/api/admin/v1/reports/paths">;
export type SessionsQuery = QueryOf<"/api/admin/v1/reports/sessions">;

/** People that one press of "show more" brings. */
const PEOPLE = 50;

/** Kinds that a list of kinds to choose from may have; the server counts no more apart. */
const KINDS_MAX = 100;

export const eventsQuery = (query: EventsQuery) =>
  queryOptions({
    queryKey: ["reports", "events", query],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/reports/events", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

/** The kinds that came lately, most frequent first; for choosing one. */
export const kindsQuery = (from: string, to: string) =>
  queryOptions({
    ...eventsQuery({ from, to, unit: "day", kinds: KINDS_MAX }),
    staleTime: 5 * 60_000,
  });

export const funnelQuery = (query: FunnelQuery) =>
  queryOptions({
    queryKey: ["reports", "funnel", query],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/reports/funnel", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const pathsQuery = (query: PathsQuery) =>
  queryOptions({
    queryKey: ["reports", "paths", query],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/reports/paths", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const sessionsQuery = (query: SessionsQuery) =>
  queryOptions({
    queryKey: ["reports", "sessions", query],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/reports/sessions", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

/** Whose people: the report and what is asked of it. */
export type PeopleAsk =
  | { of: "funnel"; query: QueryOf<"/api/admin/v1/reports/funnel/people"> }
  | { of: "retention"; query: QueryOf<"/api/admin/v1/reports/retention/people"> }
  | { of: "paths"; query: QueryOf<"/api/admin/v1/reports/paths/people"> }
  | { of: "sessions"; query: QueryOf<"/api/admin/v1/reports/sessions/people"> };

export const peopleQuery = ({ of, query }: PeopleAsk) =>
  infiniteQueryOptions({
    queryKey: ["reports", of, "people", query],
    queryFn: ({ pageParam, signal }): Promise<PeopleList> => {
      const page = { ...query, limit: PEOPLE, ...(pageParam ? { cursor: pageParam } : {}) };
      const path = `/api/admin/v1/reports/${of}/people` as "/api/admin/v1/reports/sessions/people";
      return bodyOf(api.GET(path, { params: { query: page }, signal }));
    },
    initialPageParam: "",
    getNextPageParam: (last: PeopleList) => last.next_cursor,
  });
