/** The trained models and which of them serves. */
import { queryOptions } from "@tanstack/react-query";
import { read } from "./client";
import type { Model } from "./types";

export const modelsQuery = queryOptions({
  queryKey: ["models"],
  queryFn: ({ signal }) => read<{ items: Model[] }>("/models", {}, signal),
});
