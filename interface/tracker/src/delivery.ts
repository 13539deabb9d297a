/**
 * Sends what waits: one tab at a time, a batch after the other, with pauses after failures. An event leaves the
 * queue when the server has answered for it; the server drops a repeated message id, so sending twice does no harm.
 */
import {
  ANSWER_MS_MAX,
  BATCH_EVENTS_MAX,
  FLUSH_MS,
  LEFT_MS,
  OTHER_TAB_MS,
  RETRY_AFTER_MS_MAX,
  RETRY_MS_MAX,
  RETRY_MS_MIN,
} from "./limits";
import { isOwn, noteLeft, take, waiting } from "./queue";
import { read, remove, write } from "./storage";

/** Until when the server or the back-off asked us to wait, in ms; kept for the pages that follow. */
const PAUSE = "pause";
const LOCK = "mercat_tracker";

export interface Delivery {
  /** Sends soon. */
  soon(): void;
  /** Sends now; resolves when the server has answered. */
  now(): Promise<void>;
  /** The page is left or hidden: sends what this tab has and nobody is sending. */
  leave(forGood: boolean): void;
}

export function delivery(url: string, writeKey: string, isAllowed: () => boolean): Delivery {
  const inFlight = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let failures = 0;
  let countMax = BATCH_EVENTS_MAX;
  let isRefused = false;
  let isLost = false;

  /** A pause beyond the longest comes from a clock that was set, and is none. */
  function pauseLeft(): number {
    const left = Number(read(PAUSE) ?? 0) - Date.now();
    return left > RETRY_AFTER_MS_MAX ? 0 : left;
  }

  function later(ms: number) {
    const at = Date.now() + Math.max(ms, pauseLeft());
    if (timer && due <= at) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(now, at - Date.now());
  }

  const body = (batch: [string, string][]) =>
    `{"batch":[${batch.map(([, text]) => text).join()}],"sentAt":"${new Date().toISOString()}","writeKey":${JSON.stringify(writeKey)}}`;

  /** Sends one batch. Returns false when there is no use in going on now. */
  async function attempt(batch: [string, string][]): Promise<boolean> {
    const sent = batch.map(([name]) => name);
    sent.forEach((name) => inFlight.add(name));
    let answer: Response | undefined;
    try {
      // A string is sent as text/plain, which needs no preflight.
      answer = await fetch(url, {
        method: "POST",
        body: body(batch),
        credentials: "omit",
        keepalive: true,
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      });
    } catch {
      // No network, no answer, or blocked.
    }
    sent.forEach((name) => inFlight.delete(name));
    const status = answer?.status ?? 0;
    isLost = !status;
    if (answer?.ok) {
      sent.forEach(remove);
      failures = 0;
      countMax = BATCH_EVENTS_MAX;
      return true;
    }
    if (status === 400 || status === 413 || status === 422) {
      const named = (await namedBad(answer!)).filter((index) => sent[index]);
      // Either the answer names the bad ones, or halves find them.
      const bad = sent.length > 1 ? named.map((index) => sent[index]!) : sent;
      bad.forEach(remove);
      countMax = bad.length > 0 ? BATCH_EVENTS_MAX : Math.ceil(sent.length / 2);
      return true;
    }
    if (status > 400 && status < 500 && status !== 408 && status !== 429) {
      isRefused = true;
      return false;
    }
    const backOff = Math.min(RETRY_MS_MIN * 2 ** failures++, RETRY_MS_MAX) * (0.5 + Math.random() / 2);
    const told = Math.min(retryAfter(answer), RETRY_AFTER_MS_MAX);
    write(PAUSE, `${Date.now() + Math.max(backOff, told)}`);
    return false;
  }

  async function drain() {
    for (;;) {
      const batch = isAllowed() && !isRefused ? take((name) => !inFlight.has(name), countMax) : [];
      if (batch.length === 0) break;
      if (!(await attempt(batch))) return later(0);
    }
    // What another page was sending when it was left is sent again when nobody answered for it.
    if (isAllowed() && !isRefused && waiting().length > 0) later(LEFT_MS);
  }

  async function now() {
    clearTimeout(timer);
    timer = undefined;
    if (!isAllowed() || isRefused || waiting().length === 0) return;
    if (pauseLeft() > 0) return later(0);
    try {
      await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? drain() : later(OTHER_TAB_MS)));
    } catch {
      // No locks without https, or none for this page.
      await drain();
    }
  }

  function leave(forGood: boolean) {
    if (!isAllowed() || isRefused || pauseLeft() > 0) return;
    const sent = [...inFlight];
    const batch = take((name) => isOwn(name) && !inFlight.has(name));
    if (batch.length > 0) {
      // A hidden page may come back and hear the answer; one that is left will not.
      if (!forGood) void attempt(batch).then(() => later(0));
      if (!forGood || navigator.sendBeacon(url, body(batch))) sent.push(...batch.map(([name]) => name));
    }
    if (sent.length > 0) noteLeft(sent);
  }

  addEventListener("online", () => {
    if (isLost) remove(PAUSE);
    later(0);
  });
  return { soon: () => later(FLUSH_MS), now, leave };
}

function retryAfter(answer: Response | undefined): number {
  const told = answer?.headers.get("retry-after") ?? "";
  return (/^\d+$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - Date.now()) || 0;
}

/** The indexes of bad events, where the answer names them. */
async function namedBad(answer: Response): Promise<number[]> {
  try {
    const { rejected } = (await answer.json()) as { rejected: { index: number }[] };
    return rejected.map(({ index }) => index);
  } catch {
    return [];
  }
}
