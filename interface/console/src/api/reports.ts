/** Figures of a period, and how cohorts come back. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";
import type { paths } from "./schema";

export type OverviewQuery = NonNullable<paths["/api/admin/v1/reports/overview"]["get"]["parameters"]["query"]>;
export type RetentionQuery = NonNullable<paths["/api/admin/v1/reports/retention"]["get"]["parameters"]["query"]>;

export const overviewQuery = (query: OverviewQuery) =>
  queryOptions({
    queryKey: ["reports", "overview", query],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/reports/overview", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const retentionQuery = (query: RetentionQuery) =>
  queryOptions({
    queryKey: ["reports", "retention", query],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/reports/retention", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

/** The instants of the first and the last order; null in an empty shop. */
export type SalesSpan = { first: string; last: string } | null;

export const salesSpanQuery = queryOptions({
  queryKey: ["reports", "span"],
  queryFn: async ({ signal }): Promise<SalesSpan> => {
    const edge = (sort: "oldest" | "newest") =>
      bodyOf(api.GET("/api/admin/v1/orders", { params: { query: { sort, limit: 1 } }, signal }));
    const [oldest, newest] = await Promise.all([edge("oldest"), edge("newest")]);
    const first = oldest.items[0]?.placed_at;
    const last = newest.items[0]?.placed_at;
    return first && last ? { first, last } : null;
  },
});
