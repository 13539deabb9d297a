/**
 * Properties of the client:
 * 1. requests carry the language, changes carry the token and an idempotency key;
 * 2. the same intention keeps its key until it is answered, and gets a new one afterwards;
 * 3. a stale token is renewed once; problems keep their code.
 */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { api, bodyOf, rememberSession, setRequestLanguage } from "./client";
import { ProblemError } from "./problem";
import type { SessionState } from "./types";

const SHOP = {
  name: "Shop",
  currency: "GBP",
  time_zone: "UTC",
  default_locale: "en",
  locales: ["en"],
  consent_policy: "required",
};
const session = (token: string): SessionState => ({ first_run: false, csrf_token: token, staff: null, shop: SHOP });

const json = (body: unknown, status = 200) => {
  const headers = { "content-type": "application/json" };
  return new Response(JSON.stringify(body), { status, headers });
};
const problem = (code: string, status: number) => json({ code, status, title: code, detail: "why" }, status);

const requests = vi.fn<(request: Request) => Promise<Response>>();
const header = (call: number, name: string) => requests.mock.calls[call]?.[0].headers.get(name);
const rename = (name: string) => bodyOf(api.PATCH("/api/admin/v1/settings", { body: { name } }));

beforeEach(() => {
  vi.stubGlobal("fetch", requests);
  rememberSession(session("first"));
});
afterEach(() => {
  requests.mockReset();
  vi.unstubAllGlobals();
});

it("asks in the chosen language", async () => {
  setRequestLanguage("zh-CN");
  requests.mockResolvedValueOnce(json(SHOP));
  expect(await bodyOf(api.GET("/api/admin/v1/settings"))).toEqual(SHOP);
  expect(header(0, "accept-language")).toBe("zh-CN");
  expect(header(0, "idempotency-key")).toBeNull();
});

it("changes carry the token and a key of their own", async () => {
  requests.mockImplementation(async () => json(SHOP));
  await rename("A");
  await rename("A");
  expect(header(0, "x-csrf-token")).toBe("first");
  expect(header(0, "idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
  expect(header(1, "idempotency-key")).not.toBe(header(0, "idempotency-key"));
});

it("an unanswered change keeps its key when it is sent again", async () => {
  requests.mockRejectedValueOnce(new TypeError("offline"));
  await expect(rename("B")).rejects.toMatchObject({ problem: { code: "no_answer" } });
  requests.mockResolvedValueOnce(json(SHOP));
  await rename("B");
  expect(header(1, "idempotency-key")).toBe(header(0, "idempotency-key"));
});

it("a refused change gets a new key", async () => {
  requests.mockImplementation(async () => problem("invalid_field", 422));
  await expect(rename("C")).rejects.toBeInstanceOf(ProblemError);
  await expect(rename("C")).rejects.toBeInstanceOf(ProblemError);
  expect(header(1, "idempotency-key")).not.toBe(header(0, "idempotency-key"));
});

it("a stale token is renewed once, with the same key and body", async () => {
  requests
    .mockResolvedValueOnce(problem("csrf_token_invalid", 403))
    .mockResolvedValueOnce(json(session("second")))
    .mockResolvedValueOnce(json({ ...SHOP, name: "D" }));
  expect(await rename("D")).toEqual({ ...SHOP, name: "D" });
  expect(header(2, "x-csrf-token")).toBe("second");
  expect(header(2, "idempotency-key")).toBe(header(0, "idempotency-key"));
  expect(await requests.mock.calls[2]?.[0].json()).toEqual({ name: "D" });
});

it("an answer that is no problem document is still told", async () => {
  requests.mockResolvedValueOnce(new Response("<html>bad gateway</html>", { status: 502 }));
  await expect(rename("E")).rejects.toMatchObject({ problem: { code: "unreadable_answer", status: 502 } });
});
