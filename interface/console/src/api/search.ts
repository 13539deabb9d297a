/** What the palette finds: a few products, members and orders. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";

/** The server refuses longer ones. */
export const QUERY_LETTERS_MAX = 100;

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ["search", text],
    queryFn: ({ signal }) => {
      const query = { q: text.slice(0, QUERY_LETTERS_MAX) };
      return bodyOf(api.GET("/api/admin/v1/search", { params: { query }, signal }));
    },
    enabled: text !== "",
    placeholderData: keepPreviousData,
  });
