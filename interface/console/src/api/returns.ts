/** One return with its lines. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";

export const returnQuery = (id: string) =>
  queryOptions({
    queryKey: ["returns", id],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/returns/{id}", { params: { path: { id } }, signal })),
  });
