/**
 * Talks to the admin API: language, CSRF token and idempotency key on each request, problems as errors.
 *
 * The token belongs to the session and is kept here, in memory only.
 */
import { NO_ANSWER, ProblemError, hasCode, mayRetry, problemFrom } from "./problem";
import type { SessionState } from "./types";

const BASE = "/api/admin/v1";

export type Query = Record<string, string | number | undefined>;
type Method = "POST" | "PATCH" | "PUT" | "DELETE";

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

/** A path with its query; empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return BASE + path + (text ? `?${text}` : "");
}

export async function read<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  const response = await answered(address(path, query), signal ? { signal } : {});
  return (await response.json()) as T;
}

/** Changes something. The same intention keeps its key while no answer has come, so it happens once. */
export async function send<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const intention = `${method} ${path} ${JSON.stringify(body ?? null)}`;
  const key = unanswered.get(intention) ?? crypto.randomUUID();
  unanswered.set(intention, key);
  try {
    const answer = await sendWithKey<T>(method, path, body, key);
    unanswered.delete(intention);
    return answer;
  } catch (error) {
    if (!mayRetry(error)) unanswered.delete(intention);
    throw error;
  }
}

/** Keys of the intentions that have no answer yet. */
const unanswered = new Map<string, string>();

async function sendWithKey<T>(method: Method, path: string, body: unknown, key: string): Promise<T> {
  const attempt = async () => {
    const headers: Record<string, string> = { "idempotency-key": key };
    if (csrfToken) headers["x-csrf-token"] = csrfToken;
    if (body !== undefined) headers["content-type"] = "application/json";
    return answered(BASE + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  };
  let response: Response;
  try {
    response = await attempt();
  } catch (error) {
    // Another tab signed in again: the token is renewed once, the key stays.
    if (!hasCode(error, "csrf_token_invalid")) throw error;
    rememberSession(await read<SessionState>("/session"));
    response = await attempt();
  }
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function answered(url: string, init: RequestInit): Promise<Response> {
  const headers = { accept: "application/json", "accept-language": language, ...init.headers };
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError({ title: "", status: 0, detail: "", code: NO_ANSWER });
  }
  if (!response.ok) throw await problemFrom(response);
  return response;
}
