/** Shows an answer when it is there, its shape while it is awaited, and the problem when it fails. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failure } from "./Failure";

type Props<T> = { query: UseQueryResult<T>; bones: ReactNode; children: (data: T) => ReactNode };

export function Loaded<T>({ query, bones, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return bones;
}
