/** The pages that the signed-in person may open. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "../../api/session";
import { type PageGroup, pagesFor } from "./pages";

export function usePages(): PageGroup[] {
  const permissions = useQuery(sessionQuery).data?.staff?.permissions;
  return useMemo(() => pagesFor(permissions ?? []), [permissions]);
}
