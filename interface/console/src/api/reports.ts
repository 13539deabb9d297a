/** Figures of a period, and how cohorts come back. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { read } from "./client";
import type { Customers, OrderRow, Overview, Page, Retention } from "./types";

export type OverviewQuery = { from?: string; to?: string; customers?: Customers; currency?: string };
export type RetentionQuery = { from?: string; to?: string; currency?: string };

export const overviewQuery = (query: OverviewQuery) =>
  queryOptions({
    queryKey: ["reports", "overview", query],
    queryFn: ({ signal }) => read<Overview>("/reports/overview", query, signal),
    placeholderData: keepPreviousData,
  });

export const retentionQuery = (query: RetentionQuery) =>
  queryOptions({
    queryKey: ["reports", "retention", query],
    queryFn: ({ signal }) => read<Retention>("/reports/retention", query, signal),
    placeholderData: keepPreviousData,
  });

/** The instants of the first and the last order; null in an empty shop. */
export type SalesSpan = { first: string; last: string } | null;

export const salesSpanQuery = queryOptions({
  queryKey: ["reports", "span"],
  queryFn: async ({ signal }): Promise<SalesSpan> => {
    const edge = (sort: string) => read<Page<OrderRow>>("/orders", { sort, limit: 1 }, signal);
    const [oldest, newest] = await Promise.all([edge("oldest"), edge("newest")]);
    const first = oldest.items[0]?.placed_at;
    const last = newest.items[0]?.placed_at;
    return first && last ? { first, last } : null;
  },
});
