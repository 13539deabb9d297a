/** One order with its lines. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ["orders", id],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/orders/{id}", { params: { path: { id } }, signal })),
  });
