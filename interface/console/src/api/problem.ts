/** What went wrong with a request, whether the server said so or never answered. */
import type { Problem } from "./types";

/** Codes that the client itself gives; the server's are in its error table. */
export const NO_ANSWER = "no_answer";
export const UNREADABLE_ANSWER = "unreadable_answer";

export class ProblemError extends Error {
  readonly problem: Problem;
  /** From `Retry-After`; only for `too_many_attempts`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail || problem.title);
    this.name = "ProblemError";
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Any thrown value as a problem, so that every screen shows errors in one way. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { title: "", status: 0, detail, code: NO_ANSWER };
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}

/** Whether the same request may still succeed: nothing came back, or the server was in trouble. */
export function mayRetry(error: unknown): boolean {
  const { status } = problemOf(error);
  return status === 0 || status >= 500;
}

/** Reads an answer that is not a success; servers in between may send something else than a problem. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  try {
    const body: unknown = await response.json();
    if (typeof body === "object" && body !== null && "code" in body) {
      return new ProblemError(body as Problem, seconds);
    }
  } catch {
    // Not JSON: told below by its status.
  }
  const detail = `${response.status} ${response.statusText}`.trim();
  return new ProblemError(
    { title: "", status: response.status, detail, code: UNREADABLE_ANSWER },
    seconds,
  );
}
