/**
 * Delivery:
 *
 * 1. What could not be sent waits in local storage and is sent later, also from another page, once.
 * 2. Pauses after failures grow, are jittered, and are as long as the server asks; a network that comes back ends them.
 * 3. Of a refused batch only the bad events are dropped.
 * 4. When the page is left, what waits is sent, and sent again if nobody answers for it.
 * 5. Several tabs do not send an event twice.
 */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { type Server, closePages, newBrowser, openPage, serve, wait } from "./visit";

let server: Server;
beforeEach(() => {
  newBrowser();
  server = serve();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const names = () => server.events().map(({ event }) => event);

test("events of a page without a network are sent by the next page", async () => {
  server.answer = "lost";
  const offline = await openPage();
  offline.track("A");
  offline.track("B");
  await wait(300);
  server.answer = { status: 200 };
  await openPage();
  await wait(2_000);
  expect(names()).toEqual(["A", "B"]);
  await wait(600_000);
  expect(names()).toEqual(["A", "B"]);
});

test("pauses grow after failures, and end when the network is back", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.999);
  server.answer = { status: 500 };
  (await openPage()).track("A");
  await wait(260);
  for (const [ms, requests] of [[950, 1], [100, 2], [1_900, 2], [150, 3], [3_850, 3], [150, 4]] as const) {
    await wait(ms);
    expect(server.requests.length, `after ${ms} ms more`).toBe(requests);
  }
  server.answer = "lost";
  await wait(10_000);
  const before = server.requests.length;
  server.answer = { status: 200 };
  dispatchEvent(new Event("online"));
  await wait(50);
  expect(server.requests.length).toBe(before + 1);
  expect(names().at(-1)).toBe("A");
  expect(localStorage.getItem("mercat_tracker.pause")).toBeNull();
});

for (const [status, told] of [[429, "30"], [503, "Sat, 21 Nov 2026 10:00:30 GMT"]] as const) {
  test(`Retry-After of a ${status} is honoured, by later pages too`, async () => {
    server.answer = { status, headers: { "Retry-After": told } };
    (await openPage()).track("A");
    await wait(300);
    server.answer = { status: 200 };
    dispatchEvent(new Event("online"));
    closePages();
    const next = await openPage();
    next.track("B");
    await wait(28_000);
    dispatchEvent(new Event("pagehide"));
    expect([server.requests.length, server.beacons.length]).toEqual([1, 0]);
    await wait(3_000);
    expect(names().slice(1)).toEqual(["A", "B"]);
  });
}

test("bad events that the answer names are dropped, their neighbours sent", async () => {
  server.answer = (batch) => {
    const rejected = batch.flatMap(({ event }, index) => (event === "bad" ? [{ index, reason: "no" }] : []));
    return rejected.length > 0 ? { status: 400, body: { rejected } } : { status: 200 };
  };
  const tracker = await openPage();
  for (const name of ["a", "bad", "b", "bad", "c"]) tracker.track(name);
  await wait(300);
  expect(server.batches.map(({ batch }) => batch.map(({ event }) => event))).toEqual([
    ["a", "bad", "b", "bad", "c"],
    ["a", "b", "c"],
  ]);
});

test("bad events that the answer does not name are found by halves", async () => {
  const taken: (string | undefined)[] = [];
  server.answer = (batch) => {
    if (batch.some(({ event }) => event === "bad")) return { status: 400 };
    taken.push(...batch.map(({ event }) => event));
    return { status: 200 };
  };
  const tracker = await openPage();
  for (const name of ["a", "b", "c", "bad", "d"]) tracker.track(name);
  await wait(1_000);
  expect(taken).toEqual(["a", "b", "c", "d"]);
  expect(server.requests.length).toBeLessThan(8);
  const before = server.requests.length;
  await wait(600_000);
  expect(server.requests.length).toBe(before);
});

test("a key that the server does not know ends the sending of this page", async () => {
  server.answer = { status: 401 };
  const tracker = await openPage();
  tracker.track("A");
  await wait(600_000);
  tracker.track("B");
  await wait(600_000);
  expect(server.requests.length).toBe(1);
});

test("what waits goes out when the page is left, and again if nobody answers for it", async () => {
  const left = await openPage();
  left.track("A");
  dispatchEvent(new Event("pagehide"));
  expect(server.beacons.flatMap(({ batch }) => batch.map(({ event }) => event))).toEqual(["A"]);
  closePages();
  const next = await openPage();
  next.track("B");
  await wait(9_000);
  expect(names()).toEqual(["B"]);
  await wait(12_000);
  expect(names()).toEqual(["B", "A"]);
  expect(server.events()[1]!.messageId).toBe(server.beacons[0]!.batch[0]!.messageId);
});

test("a page that is hidden sends at once, and hears the answer", async () => {
  const tracker = await openPage();
  tracker.track("A");
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  dispatchEvent(new Event("visibilitychange"));
  await wait(1);
  expect([names(), server.beacons.length]).toEqual([["A"], 0]);
  await wait(600_000);
  expect(names()).toEqual(["A"]);
});

test("several tabs do not send an event twice", async () => {
  let held = false;
  const locks = {
    async request(_: string, __: object, use: (lock: object | null) => Promise<void>) {
      if (held) return use(null);
      held = true;
      await use({}).finally(() => (held = false));
    },
  };
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
  const answers: (() => void)[] = [];
  const slow = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    return slow(url, init);
  });
  const tabs = [await openPage(), await openPage(), await openPage()];
  for (let i = 0; i < 30; i++) tabs[i % 3]!.track(`Event ${i}`);
  for (let i = 0; i < 50; i++) {
    await wait(500);
    answers.splice(0).forEach((answer) => answer());
  }
  expect(names().sort()).toEqual(Array.from({ length: 30 }, (_, i) => `Event ${i}`).sort());
  Reflect.deleteProperty(navigator, "locks");
});

test("a batch fits into what a page that is left may send", async () => {
  const tracker = await openPage();
  for (let i = 0; i < 40; i++) tracker.track(`Event ${i}`, { text: "字".repeat(1_000) });
  tracker.track("Too large", { text: "字".repeat(11_000) });
  await wait(1_000);
  expect(names().length).toBe(40);
  for (const { init } of server.requests) {
    expect(new TextEncoder().encode(init.body as string).length).toBeLessThanOrEqual(60_000);
  }
});
