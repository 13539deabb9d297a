/**
 * The member's "no personalisation" switch.
 *
 * It turns at once; when the server refuses, it turns back and says why.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Switch } from "antd";
import { useId } from "react";
import { changePersonalisation, memberQuery, memberRecommendationsQuery } from "../../api/members";
import { problemOf } from "../../api/problem";
import type { MemberDetail } from "../../api/types";
import { ProblemDetails, problemTitle } from "../../components/state/Failure";
import { usePermission } from "../../components/state/NoPermission";
import { useText } from "../../i18n/useText";

export function Personalisation({ member }: { member: MemberDetail }) {
  const text = useText();
  const queryClient = useQueryClient();
  const { notification } = App.useApp();
  const allowed = usePermission("members:write");
  const id = useId();
  const { queryKey } = memberQuery(member.id);
  const mutation = useMutation({
    mutationFn: (off: boolean) => changePersonalisation(member.id, off),
    onMutate: async (off) => {
      await queryClient.cancelQueries({ queryKey, exact: true });
      const before = queryClient.getQueryData(queryKey);
      if (before) queryClient.setQueryData(queryKey, { ...before, no_personalisation: off });
      return { before };
    },
    onSuccess: (changed) => {
      queryClient.setQueryData(queryKey, changed);
      void queryClient.invalidateQueries(memberRecommendationsQuery(member.id));
    },
    onError: (error, _off, context) => {
      if (context?.before) queryClient.setQueryData(queryKey, context.before);
      const problem = problemOf(error);
      notification.error({
        title: text("personalisation-failed"),
        description: (
          <>
            <p>{problemTitle(text, problem)}</p>
            <ProblemDetails problem={problem} />
          </>
        ),
        duration: 0,
      });
    },
  });
  return (
    <div className="switch-row">
      <Switch
        checked={member.no_personalisation}
        disabled={!allowed || mutation.isPending}
        onChange={(off) => mutation.mutate(off)}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-help`}
      />
      <div>
        <div id={`${id}-name`}>{text("personalisation-off")}</div>
        <p id={`${id}-help`} className="muted small">
          {text("personalisation-help")} {!allowed && text("personalisation-forbidden")}
        </p>
      </div>
    </div>
  );
}
