/**
 * Talks to the admin API: language, CSRF token and idempotency key on each request, problems as errors.
 *
 * The token belongs to the session and is kept here, in memory only.
 */
import createClient from "openapi-fetch";
import { NO_ANSWER, ProblemError, hasCode, mayRetry, problemFrom } from "./problem";
import type { paths } from "./schema";
import type { SessionState } from "./types";

/** The paths without the headers that every request gets here. */
type Paths = {
  [Path in keyof paths]: {
    [Method in keyof paths[Path]]: paths[Path][Method] extends { parameters: infer Parameters; responses: unknown }
      ? Omit<paths[Path][Method], "parameters"> & { parameters: Omit<Parameters, "header"> }
      : paths[Path][Method];
  };
};

/** Every answer is a success: problems are thrown as `ProblemError`. */
export const api = createClient<Paths>({ baseUrl: window.location.origin, fetch: carriedOut });

let csrfToken: string | null = null;
let language = "en";

/** Texts of the answers come in this language. */
export function setRequestLanguage(locale: string): void {
  language = locale;
}

export function rememberSession(session: SessionState): SessionState {
  csrfToken = session.csrf_token;
  return session;
}

/** The body of an answer. */
export async function bodyOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  return data as T;
}

function carriedOut(request: Request): Promise<Response> {
  return request.method === "GET" ? answered(request) : changed(request);
}

/** Keys of the intentions that have no answer yet. */
const unanswered = new Map<string, string>();

/** Changes something. The same intention keeps its key while no answer has come, so it happens once. */
async function changed(request: Request): Promise<Response> {
  const intention = `${request.method} ${request.url} ${await request.clone().text()}`;
  const key = unanswered.get(intention) ?? crypto.randomUUID();
  unanswered.set(intention, key);
  request.headers.set("idempotency-key", key);
  try {
    const response = await withFreshToken(request);
    unanswered.delete(intention);
    return response;
  } catch (error) {
    if (!mayRetry(error)) unanswered.delete(intention);
    throw error;
  }
}

/** Another tab may have signed in again: then the token is renewed once; the key stays. */
async function withFreshToken(request: Request): Promise<Response> {
  const again = request.clone();
  try {
    return await answered(withToken(request));
  } catch (error) {
    if (!hasCode(error, "csrf_token_invalid")) throw error;
    rememberSession(await bodyOf(api.GET("/api/admin/v1/session")));
    return answered(withToken(again));
  }
}

function withToken(request: Request): Request {
  if (csrfToken) request.headers.set("x-csrf-token", csrfToken);
  return request;
}

async function answered(request: Request): Promise<Response> {
  request.headers.set("accept-language", language);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError({ title: "", status: 0, detail: "", code: NO_ANSWER });
  }
  if (!response.ok) throw await problemFrom(response);
  return response;
}
