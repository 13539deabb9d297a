/**
 * Consent:
 *
 * 1. Where it is required, not one request leaves and nothing is kept before the visitor agrees.
 * 2. What happened before the choice is sent after a yes, with that yes in it, and dropped after a no.
 * 3. Where it is implied, a refusal stops everything and removes what was kept.
 * 4. A browser that asks not to be followed is never followed, whatever else was said.
 * 5. A choice about another version of the text does not count.
 */
import { beforeEach, expect, test } from "vitest";

import { type Server, kept, newBrowser, openPage, serve, wait } from "./visit";

let server: Server;
beforeEach(() => {
  newBrowser();
  server = serve();
});

test("nothing leaves or stays before the visitor agrees", async () => {
  const tracker = await openPage({ consent: undefined });
  tracker.page();
  tracker.identify("u1");
  tracker.track("Product Viewed");
  await tracker.flush();
  await wait(60_000);
  dispatchEvent(new Event("pagehide"));
  expect([server.requests.length, server.beacons.length]).toEqual([0, 0]);
  expect(kept()).toEqual([]);
});

test("a yes sends what waited, with the yes in it", async () => {
  const tracker = await openPage({ consent: "required" });
  tracker.page("Home");
  tracker.track("Early");
  await wait(5_000);
  tracker.consent({ analytics: true, personalisation: false });
  const [id] = document.cookie.match(/(?<=mercat_aid=)[^;]+/) ?? [];
  tracker.track("Late");
  await wait(300);
  expect(id).toBe(server.events()[0]!.anonymousId);
  expect(server.events().map(({ name, event }) => name ?? event)).toEqual(["Home", "Early", "Late"]);
  expect(server.events()[0]!.timestamp).toBe("2026-11-21T10:00:00.000Z");
  for (const { context, anonymousId } of server.events()) {
    expect(context.consent).toEqual({
      categoryPreferences: { analytics: true, personalisation: false, marketing: false },
    });
    expect(anonymousId).toBe(server.events()[0]!.anonymousId);
  }
  expect(document.cookie).toContain("mercat_consent=1.analytics");
  expect(document.cookie).toContain(`mercat_aid=${server.events()[0]!.anonymousId}`);
});

test("a no drops what waited", async () => {
  const tracker = await openPage({ consent: "required" });
  tracker.page();
  tracker.consent({ analytics: false, marketing: true });
  tracker.track("After");
  await wait(60_000);
  expect(server.requests).toEqual([]);
  expect(kept()).toEqual(["mercat_consent=1.marketing"]);
  expect(localStorage.length).toBe(0);
});

test("what waits for a choice is bounded", async () => {
  const tracker = await openPage({ consent: "required" });
  for (let i = 0; i < 500; i++) tracker.track(`Event ${i}`);
  tracker.consent({ analytics: true });
  await wait(5_000);
  expect(server.events().length).toBe(400);
  expect(server.events()[0]!.event).toBe("Event 100");
});

test("a refusal removes what was kept while consent was implied", async () => {
  const tracker = await openPage();
  tracker.page();
  server.answer = "lost";
  await wait(300);
  tracker.identify("u1");
  expect(kept().length).toBeGreaterThan(2);
  tracker.consent({ analytics: false });
  expect(kept()).toEqual(["mercat_consent=1"]);
  server.answer = { status: 200 };
  await wait(600_000);
  expect(server.events()).toEqual([]);
});

test("a choice that the server kept is acted on", async () => {
  const tracker = await openPage({ consent: "required" });
  tracker.page();
  document.cookie = "mercat_consent=1.analytics.personalisation; Path=/";
  tracker.refresh();
  await wait(300);
  expect(server.events().length).toBe(1);
});

test("another tab's refusal is honoured at the next send", async () => {
  const tracker = await openPage();
  tracker.page();
  document.cookie = "mercat_consent=1; Path=/";
  await wait(60_000);
  expect(server.requests).toEqual([]);
});

for (const signals of [{ gpc: true }, { dnt: "1" }]) {
  test(`a browser with ${JSON.stringify(signals)} is not followed`, async () => {
    newBrowser("/en", {});
    (await openPage()).page();
    await wait(300);
    expect(server.events().length).toBe(1);
    Object.defineProperty(navigator, "globalPrivacyControl", { value: "gpc" in signals, configurable: true });
    Object.defineProperty(navigator, "doNotTrack", { value: "dnt" in signals ? "1" : null, configurable: true });
    document.cookie = "mercat_consent=1.analytics; Path=/";
    const tracker = await openPage();
    tracker.page();
    tracker.identify("u1");
    tracker.consent({ analytics: true });
    await wait(60_000);
    expect(server.events().length).toBe(1);
    expect(kept()).toEqual(["mercat_consent=1.analytics"]);
  });
}

test("a choice about another text does not count", async () => {
  document.cookie = "mercat_consent=1.analytics; Path=/";
  const tracker = await openPage({ consent: "required", consentVersion: "2" });
  tracker.page();
  await wait(60_000);
  expect(server.requests).toEqual([]);
});
