/** What filters can be chosen from: categories, merchants, countries. */
import { queryOptions } from "@tanstack/react-query";
import { api, bodyOf } from "./client";

/** They change seldom; a filter need not ask again on every screen. */
const STALE_MS = 5 * 60_000;

export const categoriesQuery = queryOptions({
  queryKey: ["categories"],
  queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/categories", { signal })),
  staleTime: STALE_MS,
});

export const merchantsQuery = queryOptions({
  queryKey: ["merchants"],
  queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/merchants", { signal })),
  staleTime: STALE_MS,
});

export const countriesQuery = queryOptions({
  queryKey: ["countries"],
  queryFn: ({ signal }) => bodyOf(api.GET("/api/admin/v1/countries", { signal })),
  staleTime: STALE_MS,
});
