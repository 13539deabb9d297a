/** One return with its lines. */
import { queryOptions } from "@tanstack/react-query";
import { read } from "./client";
import type { ReturnView } from "./types";

export const returnQuery = (id: string) =>
  queryOptions({
    queryKey: ["returns", id],
    queryFn: ({ signal }) => read<ReturnView>(`/returns/${encodeURIComponent(id)}`, {}, signal),
  });
