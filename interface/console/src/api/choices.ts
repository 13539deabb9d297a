/** What filters can be chosen from: categories, merchants, countries. */
import { queryOptions } from "@tanstack/react-query";
import { read } from "./client";
import type { Category, CountryCount, MerchantRef } from "./types";

/** They change seldom; a filter need not ask again on every screen. */
const STALE_MS = 5 * 60_000;

export const categoriesQuery = queryOptions({
  queryKey: ["categories"],
  queryFn: ({ signal }) => read<{ items: Category[] }>("/categories", {}, signal),
  staleTime: STALE_MS,
});

export const merchantsQuery = queryOptions({
  queryKey: ["merchants"],
  queryFn: ({ signal }) => read<{ items: MerchantRef[] }>("/merchants", {}, signal),
  staleTime: STALE_MS,
});

export const countriesQuery = queryOptions({
  queryKey: ["countries"],
  queryFn: ({ signal }) => read<{ items: CountryCount[] }>("/countries", {}, signal),
  staleTime: STALE_MS,
});
