/** The cache of answers: when a request is tried again, and what a lost session does. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { hasCode, mayRetry } from "./problem";
import { sessionQuery } from "./session";

/** One quiet retry; after that the person is told and decides. */
const RETRIES = 1;

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // The gate then finds nobody signed in, and leads to the sign-in page.
        if (hasCode(error, "unauthenticated")) void client.invalidateQueries(sessionQuery);
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < RETRIES && mayRetry(error),
        staleTime: 15_000,
        refetchOnWindowFocus: false,
      },
    },
  });
  return client;
}
