/** Signing out: ends the session at the server and forgets every answer. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { problemOf } from "../../api/problem";
import { sessionQuery, signOut } from "../../api/session";
import { useText } from "../../i18n/useText";
import { problemTitle } from "../state/Failure";

export function useSignOut(): () => void {
  const queryClient = useQueryClient();
  const text = useText();
  const { message } = App.useApp();
  const mutation = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      // Not one answer of this session may be seen by the next person.
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
      await queryClient.invalidateQueries(sessionQuery);
    },
    onError: (error) => void message.error(problemTitle(text, problemOf(error))),
  });
  return mutation.mutate;
}
