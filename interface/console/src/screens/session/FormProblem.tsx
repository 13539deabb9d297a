/** A refused form: the problem in words, above the fields; announced at once. */
import { Alert } from "antd";
import { ProblemError, problemOf } from "../../api/problem";
import { ProblemDetails, problemTitle } from "../../components/state/Failure";
import { useText } from "../../i18n/useText";

export function FormProblem({ error }: { error: unknown }) {
  const text = useText();
  if (!error) return null;
  const problem = problemOf(error);
  const wait = error instanceof ProblemError ? error.retryAfterSeconds : undefined;
  return (
    <Alert
      className="form-problem"
      type="error"
      role="alert"
      title={problemTitle(text, problem)}
      description={
        <>
          <ProblemDetails problem={problem} />
          {wait !== undefined && <p>{text("problem-wait", { seconds: wait })}</p>}
        </>
      }
    />
  );
}
