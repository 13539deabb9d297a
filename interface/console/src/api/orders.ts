/** One order with its lines. */
import { queryOptions } from "@tanstack/react-query";
import { read } from "./client";
import type { OrderView } from "./types";

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ["orders", id],
    queryFn: ({ signal }) => read<OrderView>(`/orders/${encodeURIComponent(id)}`, {}, signal),
  });
