/** For tests: visits to a page in a browser of their own, and a server that notes what arrives. */
import { vi } from "vitest";

import type { Options, Tracker } from "./tracker";

/** One event as it arrives. */
export interface Arrived {
  type: string;
  messageId: string;
  anonymousId: string;
  userId?: string;
  previousId?: string;
  event?: string;
  name?: string;
  properties?: Record<string, unknown>;
  traits?: Record<string, unknown>;
  context: Record<string, any>;
  timestamp: string;
}

/** What the server answers: a status with headers and a body, or no answer at all. */
export type Answer = { status: number; headers?: Record<string, string>; body?: unknown } | "lost" | "hanging";

export interface Server {
  batches: { batch: Arrived[]; writeKey: string; sentAt: string }[];
  beacons: Server["batches"];
  requests: { url: string; init: RequestInit }[];
  /** All events of all batches, beacons left out. */
  events(): Arrived[];
  answer: Answer | ((batch: Arrived[]) => Answer);
}

/** A server in place of the network. */
export function serve(answer: Server["answer"] = { status: 200 }): Server {
  const server: Server = {
    batches: [],
    beacons: [],
    requests: [],
    answer,
    events: () => server.batches.flatMap(({ batch }) => batch),
  };
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    server.requests.push({ url, init });
    const body = JSON.parse(init.body as string);
    const told = typeof server.answer === "function" ? server.answer(body.batch) : server.answer;
    if (told === "lost") throw new TypeError("Failed to fetch");
    server.batches.push(body);
    if (told === "hanging") return new Promise(() => {});
    return new Response(JSON.stringify(told.body ?? {}), { status: told.status, headers: told.headers });
  });
  navigator.sendBeacon = (_, body) => {
    server.beacons.push(JSON.parse(body as string));
    return true;
  };
  return server;
}

const listening: Parameters<typeof removeEventListener>[] = [];
const listen = window.addEventListener;
window.addEventListener = (...args: Parameters<typeof listen>) => {
  listening.push([args[0], args[1]!, args[2]]);
  listen.apply(window, args);
};

/** Closes every page: what it had planned or listened to ends. */
export function closePages() {
  listening.splice(0).forEach((args) => window.removeEventListener(...args));
  const now = Date.now();
  vi.clearAllTimers();
  // Clearing also sets the clock back.
  vi.setSystemTime(now);
}

/** A browser that was never here, at an address, with or without a signal not to be followed. */
export function newBrowser(address = "/en/p/mug", signals: { gpc?: boolean; dnt?: string } = {}) {
  vi.useFakeTimers({ now: new Date("2026-11-21T10:00:00Z") });
  closePages();
  localStorage.clear();
  for (const pair of document.cookie.split("; ")) document.cookie = `${pair.split("=")[0]}=; Path=/; Max-Age=0`;
  Object.defineProperty(navigator, "globalPrivacyControl", { value: signals.gpc, configurable: true });
  Object.defineProperty(navigator, "doNotTrack", { value: signals.dnt ?? null, configurable: true });
  history.replaceState(null, "", address);
}

/** The next page of a visit: the tracker as a page that was just loaded has it. */
export async function openPage(options: Partial<Options> = {}): Promise<Tracker> {
  vi.resetModules();
  const { load } = await import("./tracker");
  return load({ writeKey: "wk_test", consent: "implied", ...options });
}

/** Lets time pass. */
export const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Whatever the tracker kept in this browser. */
export const kept = () => [...Object.keys(localStorage), ...document.cookie.split("; ").filter(Boolean)];
