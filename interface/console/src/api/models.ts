/** The trained models and which of them serves. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";

export const modelsQuery = queryOptions({
  queryKey: ["models"],
  queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/models", { signal })),
});
