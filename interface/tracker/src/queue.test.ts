/**
 * The queue:
 *
 * 1. It is bounded by count, by length and by age; the oldest events go first.
 * 2. It works without local storage, and when local storage is full.
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

test("the oldest events go first when too many or too long ones wait", async () => {
  server.answer = "lost";
  const tracker = await openPage();
  for (let i = 0; i < 410; i++) tracker.track(`Event ${i}`);
  expect(Object.keys(localStorage).filter((key) => key.includes(".event.")).length).toBe(400);
  for (let i = 0; i < 30; i++) tracker.track("Long", { text: "x".repeat(25_000) });
  const lengths = Object.values({ ...localStorage }).map((text) => (text as string).length);
  expect(lengths.reduce((sum, length) => sum + length)).toBeLessThan(501_000);
});

test("events are dropped before the server forgets message ids", async () => {
  server.answer = "lost";
  const tracker = await openPage();
  tracker.track("Old");
  await wait(5 * 86_400_000);
  tracker.track("Young");
  closePages();
  vi.setSystemTime(Date.now() + 1.5 * 86_400_000);
  server.answer = { status: 200 };
  await openPage();
  await wait(1_000);
  expect(names()).toEqual(["Young"]);
});

for (const [what, broken] of [
  ["denied", ["getItem", "setItem", "removeItem"]],
  ["full", ["setItem"]],
] as const) {
  test(`events are sent although local storage is ${what}`, async () => {
    for (const method of broken) {
      vi.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException("no", "QuotaExceededError");
      });
    }
    const tracker = await openPage();
    tracker.identify("u1");
    tracker.track("A");
    await wait(300);
    expect(server.events().map(({ type, userId }) => [type, userId])).toEqual([["identify", "u1"], ["track", "u1"]]);
    tracker.track("B");
    await wait(300);
    expect(names().at(-1)).toBe("B");
    expect(server.events().length).toBe(3);
  });
}

test("what somebody else wrote into local storage does no harm", async () => {
  localStorage.setItem("mercat_tracker.session", "{");
  localStorage.setItem("mercat_tracker.left", "nonsense");
  localStorage.setItem("mercat_tracker.pause", "soon");
  const tracker = await openPage();
  tracker.track("A");
  await wait(300);
  expect(names()).toEqual(["A"]);
});
