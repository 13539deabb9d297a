/**
 * Properties of the client:
 * 1. requests carry the language, changes carry the token and an idempotency key;
 * 2. the same intention keeps its key until it is answered, and gets a new one afterwards;
 * 3. a stale token is renewed once; problems keep their code.
 */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { address, read, rememberSession, send, setRequestLanguage } from "./client";
import { ProblemError } from "./problem";
import type { SessionState } from "./types";

const SHOP = { name: "Shop", currency: "GBP", time_zone: "UTC", default_locale: "en", locales: ["en"] };
const session = (token: string): SessionState => ({ first_run: false, csrf_token: token, staff: null, shop: SHOP });

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const problem = (code: string, status: number) => json({ code, status, title: code, detail: "why" }, status);

const requests = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const header = (call: number, name: string) => new Headers(requests.mock.calls[call]?.[1].headers).get(name);

beforeEach(() => {
  vi.stubGlobal("fetch", requests);
  rememberSession(session("first"));
});
afterEach(() => {
  requests.mockReset();
  vi.unstubAllGlobals();
});

it("leaves empty values out of the address", () => {
  expect(address("/orders", { search: "", limit: 5, member: undefined })).toBe("/api/admin/v1/orders?limit=5");
});

it("asks in the chosen language", async () => {
  setRequestLanguage("zh-CN");
  requests.mockResolvedValueOnce(json({ ok: true }));
  expect(await read("/settings")).toEqual({ ok: true });
  expect(header(0, "accept-language")).toBe("zh-CN");
});

it("changes carry the token and a key of their own", async () => {
  requests.mockImplementation(async () => json({}));
  await send("PATCH", "/settings", { name: "A" });
  await send("PATCH", "/settings", { name: "A" });
  expect(header(0, "x-csrf-token")).toBe("first");
  expect(header(0, "idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
  expect(header(1, "idempotency-key")).not.toBe(header(0, "idempotency-key"));
});

it("an unanswered change keeps its key when it is sent again", async () => {
  requests.mockRejectedValueOnce(new TypeError("offline"));
  await expect(send("PATCH", "/settings", { name: "B" })).rejects.toMatchObject({ problem: { code: "no_answer" } });
  requests.mockResolvedValueOnce(json({}));
  await send("PATCH", "/settings", { name: "B" });
  expect(header(1, "idempotency-key")).toBe(header(0, "idempotency-key"));
});

it("a refused change gets a new key", async () => {
  requests.mockImplementation(async () => problem("invalid_field", 422));
  await expect(send("POST", "/setup", {})).rejects.toBeInstanceOf(ProblemError);
  await expect(send("POST", "/setup", {})).rejects.toBeInstanceOf(ProblemError);
  expect(header(1, "idempotency-key")).not.toBe(header(0, "idempotency-key"));
});

it("a stale token is renewed once, with the same key", async () => {
  requests
    .mockResolvedValueOnce(problem("csrf_token_invalid", 403))
    .mockResolvedValueOnce(json(session("second")))
    .mockResolvedValueOnce(json({ done: true }));
  expect(await send("PATCH", "/settings", { name: "C" })).toEqual({ done: true });
  expect(header(2, "x-csrf-token")).toBe("second");
  expect(header(2, "idempotency-key")).toBe(header(0, "idempotency-key"));
});

it("an answer that is no problem document is still told", async () => {
  requests.mockResolvedValueOnce(new Response("<html>bad gateway</html>", { status: 502 }));
  await expect(read("/orders")).rejects.toMatchObject({ problem: { code: "unreadable_answer", status: 502 } });
});
