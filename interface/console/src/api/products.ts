/** One product with its figures and neighbours. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ["products", id],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/products/{id}", { params: { path: { id } }, signal })),
  });
