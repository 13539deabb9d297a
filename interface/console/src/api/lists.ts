/** One page of a list: the same paging for every noun. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type Query, read } from "./client";
import type { Page } from "./types";

/** Rows on a page of a list: fills a large screen, and is the server's default. */
export const PAGE_ROWS = 50;

export function pageQuery<T>(path: string, query: Query, limit: number = PAGE_ROWS) {
  return queryOptions({
    queryKey: ["list", path, query, limit],
    queryFn: ({ signal }) => read<Page<T>>(path, { ...query, limit }, signal),
    placeholderData: keepPreviousData,
  });
}
