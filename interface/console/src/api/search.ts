/** What the palette finds: a few products, members and orders. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { read } from "./client";
import type { SearchAnswer } from "./types";

/** The server refuses longer ones. */
export const QUERY_LETTERS_MAX = 100;

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ["search", text],
    queryFn: ({ signal }) => read<SearchAnswer>("/search", { q: text.slice(0, QUERY_LETTERS_MAX) }, signal),
    enabled: text !== "",
    placeholderData: text === "" ? undefined : keepPreviousData,
  });
