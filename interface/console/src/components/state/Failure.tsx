/** A request that failed: what happened, what to do next, the id to quote, and a way to try again. */
import { Button } from "antd";
import { problemOf } from "../../api/problem";
import type { Problem } from "../../api/types";
import { type Text, msg, useText } from "../../i18n/useText";
import { Icon } from "../Icon";
import { Notice } from "./Notice";
import { NoPermission } from "./NoPermission";

/** Problems that people meet often are told in their language; others as the server told them. */
const TITLES: Record<string, string> = {
  no_answer: msg("problem-no-answer"),
  unreadable_answer: msg("problem-unreadable-answer"),
  internal: msg("problem-internal"),
  timeout: msg("problem-timeout"),
  not_found: msg("problem-not-found"),
  unauthenticated: msg("problem-unauthenticated"),
  forbidden: msg("problem-forbidden"),
  csrf_token_invalid: msg("problem-csrf-token-invalid"),
  too_many_attempts: msg("problem-too-many-attempts"),
  wrong_credentials: msg("problem-wrong-credentials"),
  invalid_setup_secret: msg("problem-invalid-setup-secret"),
  already_set_up: msg("problem-already-set-up"),
  invalid_field: msg("problem-invalid-field"),
};

export function problemTitle(text: Text, problem: Problem): string {
  const known = TITLES[problem.code];
  return known ? text(known) : problem.title || text("problem-other");
}

export function ProblemDetails({ problem }: { problem: Problem }) {
  const text = useText();
  return (
    <>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.next && <p>{problem.next}</p>}
      {problem.code === "no_answer" && <p>{text("problem-no-answer-next")}</p>}
      {problem.request_id && (
        <p className="request-id">
          {text("problem-request-id")} <code>{problem.request_id}</code>
        </p>
      )}
    </>
  );
}

export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const text = useText();
  const problem = problemOf(error);
  if (problem.code === "forbidden") return <NoPermission problem={problem} />;
  return (
    <Notice
      icon="alert"
      title={problemTitle(text, problem)}
      urgent
      actions={
        <Button onClick={retry} icon={<Icon name="retry" />}>
          {text("action-retry")}
        </Button>
      }
    >
      <ProblemDetails problem={problem} />
    </Notice>
  );
}
