/** One page of a list: the same paging for every noun. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";
import type { paths } from "./schema";

/** Rows on a page of a list: fills a large screen, and is the server's default. */
export const PAGE_ROWS = 50;

export type ListPath =
  | "/api/admin/v1/erasures"
  | "/api/admin/v1/identity/merges"
  | "/api/admin/v1/members"
  | "/api/admin/v1/orders"
  | "/api/admin/v1/products"
  | "/api/admin/v1/returns";
type ListQuery<P extends ListPath> = NonNullable<paths[P]["get"]["parameters"]["query"]>;
export type ListPage<P extends ListPath> = paths[P]["get"]["responses"][200]["content"]["application/json"];
export type ListRow<P extends ListPath> = ListPage<P>["items"][number];
/** Texts by the names of the list's parameters; the server reads numbers and names from them. */
export type ListFilters<P extends ListPath> = { [Name in keyof ListQuery<P>]?: string };

export function pageQuery<P extends ListPath>(path: P, filters: ListFilters<P>, limit: number = PAGE_ROWS) {
  return queryOptions({
    queryKey: ["list", path, filters, limit],
    queryFn: async ({ signal }): Promise<ListPage<P>> => {
      const given = Object.entries(filters).filter(([, value]) => value !== "");
      const query = { ...Object.fromEntries(given), limit };
      return bodyOf(api.GET(path as ListPath, { params: { query }, signal })) as Promise<ListPage<P>>;
    },
    placeholderData: keepPreviousData,
  });
}
