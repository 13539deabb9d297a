/** Products: one with its figures and neighbours. */
import { queryOptions } from "@tanstack/react-query";
import { read } from "./client";
import type { ProductView } from "./types";

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ["products", id],
    queryFn: ({ signal }) => read<ProductView>(`/products/${encodeURIComponent(id)}`, {}, signal),
  });
