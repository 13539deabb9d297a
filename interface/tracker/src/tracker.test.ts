/**
 * What the tracker sends:
 *
 * 1. Page, track, identify and alias are messages of the Segment HTTP API, as text/plain, so without a preflight.
 * 2. The anonymous id is kept 13 months, counted from the first visit; a visit ends after 30 minutes.
 * 3. Where a visit came from is kept as long as it lasts.
 * 4. `reset` makes the next event somebody else's.
 */
import { beforeEach, expect, test, vi } from "vitest";

import { type Server, newBrowser, openPage, serve, wait } from "./visit";

let server: Server;
beforeEach(() => {
  newBrowser();
  server = serve();
});

test("calls become messages of the Segment API", async () => {
  const tracker = await openPage({ host: "https://shop.example/" });
  tracker.page("Product", { colour: "sage" }, "pv_1");
  tracker.track("Product Viewed", { product_id: "prd_1", price: 12.34 });
  tracker.identify("u1", { plan: "gold" });
  tracker.alias("u2");
  await wait(300);
  expect(server.requests.map(({ url }) => url)).toEqual(["https://shop.example/v1/batch"]);
  const { init } = server.requests[0]!;
  expect([init.method, init.keepalive, init.credentials, init.headers]).toEqual(["POST", true, "omit", undefined]);
  const [batch] = server.batches;
  expect([batch!.writeKey, batch!.sentAt]).toEqual(["wk_test", "2026-11-21T10:00:00.250Z"]);
  const [page, track, identify, alias] = server.events();
  expect(page).toMatchObject({
    type: "page",
    messageId: "pv_1",
    name: "Product",
    properties: { colour: "sage", path: "/en/p/mug" },
    timestamp: "2026-11-21T10:00:00.000Z",
    context: {
      page: { url: "http://localhost:3000/en/p/mug", path: "/en/p/mug", title: "", referrer: "", search: "" },
      locale: "en-US",
      library: { name: "mercat-tracker" },
      consent: { categoryPreferences: { analytics: true, personalisation: true, marketing: false } },
    },
  });
  expect(track).toMatchObject({ type: "track", event: "Product Viewed", properties: { price: 12.34 } });
  expect(identify).toMatchObject({ type: "identify", userId: "u1", traits: { plan: "gold" } });
  expect(alias).toMatchObject({ type: "alias", userId: "u2", previousId: page!.anonymousId });
  expect(new Set(server.events().map(({ messageId }) => messageId)).size).toBe(4);
  expect(page!.anonymousId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(page!.userId).toBeUndefined();
});

test("the user id stays on later pages, until reset", async () => {
  (await openPage()).identify("u1");
  const next = await openPage();
  next.track("A");
  next.reset();
  next.track("B");
  await wait(300);
  const [identify, a, b] = server.events();
  expect([identify!.userId, a!.userId, b!.userId]).toEqual(["u1", "u1", undefined]);
  expect(a!.anonymousId).toBe(identify!.anonymousId);
  expect(b!.anonymousId).not.toBe(a!.anonymousId);
  expect(b!.context.sessionId).not.toBe(a!.context.sessionId);
});

test("the anonymous id is set once, for 13 months", async () => {
  const written: string[] = [];
  const own = Object.getOwnPropertyDescriptor(Document.prototype, "cookie")!;
  Object.defineProperty(document, "cookie", {
    configurable: true,
    get: () => own.get!.call(document),
    set: (text: string) => (written.push(text), own.set!.call(document, text)),
  });
  (await openPage()).page();
  await wait(86_400_000);
  (await openPage()).page();
  Reflect.deleteProperty(document, "cookie");
  await wait(300);
  const ids = server.events().map(({ anonymousId }) => anonymousId);
  expect(ids[1]).toBe(ids[0]);
  expect(written).toEqual([`mercat_aid=${ids[0]}; Path=/; Max-Age=34128000; SameSite=Lax`]);
});

test("a visit ends after half an hour without activity", async () => {
  const tracker = await openPage();
  for (const minutes of [0, 29, 29, 31]) {
    await wait(minutes * 60_000);
    tracker.page();
  }
  await wait(300);
  const ids = server.events().map(({ context }) => context.sessionId);
  expect([ids[1], ids[2], ids[3]].map((id) => id === ids[0])).toEqual([true, true, false]);
});

test("where a visit came from is kept as long as it lasts", async () => {
  newBrowser("/en?utm_source=news&utm_campaign=spring&utm_medium=&q=1");
  vi.spyOn(document, "referrer", "get").mockReturnValue("https://search.example/?q=mug");
  (await openPage()).page();
  history.replaceState(null, "", "/en/p/mug");
  vi.spyOn(document, "referrer", "get").mockReturnValue("http://localhost:3000/en");
  const next = await openPage();
  next.page();
  await wait(31 * 60_000);
  next.page();
  await wait(300);
  vi.restoreAllMocks();
  const [landing, second, later] = server.events().map(({ context }) => [context.campaign, context.referrer]);
  expect(landing).toEqual([{ source: "news", name: "spring" }, { url: "https://search.example/?q=mug" }]);
  expect(second).toEqual(landing);
  expect(later).toEqual([undefined, undefined]);
});
