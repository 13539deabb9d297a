/**
 * The tracker and the consent of visitors, in Chromium against a real server:
 *
 * 1. Before the visitor agrees, not one event leaves and nothing is kept; the banner is well in every language.
 * 2. A yes sends what waited and is in every event; a no keeps nothing; the choice can be changed, without scripts too.
 * 3. Browsers that ask not to be followed are not asked and not followed.
 * 4. What waits is sent when the page is left, and when the network is back.
 * 5. A page whose tracker is blocked works, and the server counts it by itself.
 * 6. `@segment/analytics-next`, unmodified and on another site, gets its events through.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertAxeIsSilent, assertNoOverflow, heading, launch, newContext, visit } from "./browser.mjs";
import { LOCALES, shop, words } from "./matrix.mjs";
import { startSite } from "./other-site.mjs";

/** The server holds its own note of a page back for this long. */
const HELD_BACK_MS = 30_000;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Notes the batches that leave a page, each with what the server answered once it did. */
function listen(page) {
  const batches = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/v1/")) {
      const batch = { type: request.resourceType(), ...request.postDataJSON(), answer: null };
      batches.push(batch);
      request.response().then(async (response) => (batch.answer = await response?.json().catch(() => null)), () => {});
    }
  });
  return batches;
}

const events = (batches) => batches.flatMap(({ batch }) => batch ?? []);

/** Waits until something holds, and says what when it never does. */
async function until(what, holds) {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`not within ten seconds: ${what}`);
}

/** Everything that a visit left in the browser. */
async function kept(page) {
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  const stored = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  return [...cookies, ...stored].sort();
}

async function firstProduct(page, locale) {
  await page.goto(`${shop.url}/${locale}`);
  return shop.url + (await page.locator(`main a[href^="/${locale}/p/"]`).first().getAttribute("href"));
}

/** Agrees on the page that is open, and waits for the events that follow. */
async function agree(page, locale) {
  const batches = listen(page);
  await page.getByRole("button", { name: words.acceptAll[locale] }).click();
  await until("what waited was answered", () => batches.length > 0 && batches.every(({ answer }) => answer));
  return batches;
}

for (const locale of LOCALES) {
  test(`nothing leaves or stays before a yes, ${locale}`, async () => {
    const context = await newContext(browser, { locale, width: 360 });
    await visit(context, async (page) => {
      const batches = listen(page);
      const product = await firstProduct(page, locale);
      const banner = page.getByRole("region", { name: words.consent[locale] });
      await banner.waitFor();
      await assertNoOverflow(page);
      await assertAxeIsSilent(page);
      await page.goto(product);
      await page.evaluate(() => window.mercat.track("Early"));
      await page.waitForTimeout(1_500);
      assert.deepEqual(batches, []);
      assert.deepEqual(await kept(page), []);
      assert.equal(await page.getByRole("button").count(), 2, "a yes and a no, side by side");

      const [sent] = await agree(page, locale);
      assert.deepEqual(sent.batch.map(({ type, event, name }) => event ?? name ?? type), ["Product", "Product Viewed", "Early"]);
      assert.deepEqual([sent.answer.accepted, sent.answer.repeated], [3, 0]);
      for (const event of sent.batch) {
        const agreed = { analytics: true, personalisation: true, marketing: true };
        assert.deepEqual(event.context.consent.categoryPreferences, agreed);
      }
      assert.equal(sent.batch[1].properties.currency, "CNY");
      assert.equal(await banner.count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement.id), "content", "focus goes on to the page");
      const aid = (await context.cookies()).find(({ name }) => name === "mercat_aid");
      assert.equal(aid.value, sent.batch[0].anonymousId);
      assert.equal(Math.round((aid.expires - Date.now() / 1_000) / 86_400), 395);
      assert.equal(aid.sameSite, "Lax");

      batches.length = 0;
      await page.goto(`${shop.url}/${locale}`);
      await until("the next page was told of", () => events(batches).some(({ name }) => name === "Home"));
      assert.equal(events(batches)[0].context.sessionId, sent.batch[0].context.sessionId);
      assert.equal((await context.cookies()).find(({ name }) => name === "mercat_aid").expires, aid.expires);
    });
    await context.close();
  });

  test(`a no keeps nothing, and can be changed, ${locale}`, async () => {
    const context = await newContext(browser, { locale, width: 1280 });
    await visit(context, async (page) => {
      const batches = listen(page);
      await page.goto(await firstProduct(page, locale));
      await page.getByRole("button", { name: words.refuse[locale] }).click();
      await page.getByRole("region", { name: words.consent[locale] }).waitFor({ state: "detached" });
      await page.goto(await firstProduct(page, locale));
      await page.waitForTimeout(1_000);
      assert.deepEqual(await kept(page), ["mercat_consent"]);
      assert.equal(await page.locator('script[src*="tracker"]').count(), 0);
      assert.deepEqual(batches, []);

      await page.getByRole("link", { name: words.changeChoice[locale] }).click();
      await page.waitForURL("**/privacy#choice");
      await heading(page);
      await assertNoOverflow(page);
      await assertAxeIsSilent(page);
      await page.getByRole("checkbox").first().check();
      await page.getByRole("button", { name: words.keepChoice[locale] }).click();
      await page.getByRole("status").waitFor();
      assert.equal(await page.getByRole("checkbox").first().isChecked(), true);
      await until("the page was told of", () => events(batches).length > 0);
      const { categoryPreferences } = events(batches)[0].context.consent;
      assert.deepEqual(categoryPreferences, { analytics: true, personalisation: false, marketing: false });
      await page.getByRole("button", { name: words.refuse[locale] }).click();
      await page.getByRole("status").waitFor();
      await until("everything is forgotten", async () => (await kept(page)).join() === "mercat_consent");
    });
    await context.close();
  });

  test(`the choice works without scripts, ${locale}`, async () => {
    const context = await newContext(browser, { locale, width: 320, javaScriptEnabled: false });
    await visit(context, async (page) => {
      const product = await firstProduct(page, locale);
      await page.goto(product);
      await page.getByRole("button", { name: words.acceptAll[locale] }).click();
      assert.equal(page.url(), product);
      assert.equal(await page.getByRole("region", { name: words.consent[locale] }).count(), 0);
      const names = (await context.cookies()).map(({ name }) => name).sort();
      assert.deepEqual(names, ["__Host-mercat_viewed", "mercat_consent"]);
    });
    await context.close();
  });
}

test("a browser that asks not to be followed is not", async () => {
  const context = await newContext(browser, { locale: "en", width: 1280, extraHTTPHeaders: { "sec-gpc": "1" } });
  await context.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
  await visit(context, async (page) => {
    const batches = listen(page);
    await page.goto(await firstProduct(page, "en"));
    await page.goto(`${shop.url}/en/privacy`);
    assert.equal(await page.locator("form").count(), 0);
    await page.waitForTimeout(1_000);
    assert.deepEqual([batches, await kept(page)], [[], []]);
  });
  await context.close();
});

test("what waits is sent when the page is left", async () => {
  const context = await newContext(browser, { locale: "en", width: 1280 });
  await visit(context, async (page) => {
    await page.goto(`${shop.url}/en`);
    await agree(page, "en");
    await page.evaluate(() => {
      window.mercat.track("Left");
      location.href = "/en/privacy";
    });
    await page.waitForURL("**/privacy");
    // Nobody heard the answer to the beacon, so the event waits to be sent again.
    const [left] = await page.evaluate(() =>
      Object.keys(localStorage)
        .filter((key) => key.includes(".event."))
        .map((key) => JSON.parse(localStorage[key]))
        .filter(({ event }) => event === "Left"),
    );
    assert.equal((await sendAgain(page, left)).repeated, 1, "the server has it from the beacon");
  });
  await context.close();
});

/** The events that came in last, as an admin of the shop sees them. */
async function arrivals() {
  staffCookie ??= await signIn();
  const response = await fetch(`${shop.url}/api/admin/v1/sources/arrivals`, { headers: { cookie: staffCookie } });
  assert.equal(response.status, 200);
  return (await response.json()).events.map(({ event }) => event);
}

let staffCookie;

async function signIn() {
  const body = JSON.stringify({ email: shop.adminEmail, password: shop.adminPassword });
  const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
  const response = await fetch(`${shop.url}/api/admin/v1/session`, { method: "POST", headers, body });
  assert.equal(response.status, 200);
  return response.headers.get("set-cookie").split(";")[0];
}

/** Sends an event once more and returns what the server says of it. */
function sendAgain(page, event) {
  return page.evaluate(async (event) => {
    const { writeKey } = document.querySelector("script[data-write-key]").dataset;
    const body = JSON.stringify({ writeKey, batch: [event] });
    return (await fetch("/v1/batch", { method: "POST", body })).json();
  }, event);
}

test("what happened without a network is sent when it is back", async () => {
  const context = await newContext(browser, { locale: "en", width: 1280 });
  const page = await context.newPage();
  await page.goto(`${shop.url}/en`);
  await agree(page, "en");
  const batches = listen(page);
  await context.setOffline(true);
  await page.evaluate(() => window.mercat.track("Offline"));
  await page.waitForTimeout(1_000);
  assert.equal((await kept(page)).filter((name) => name.includes(".event.")).length, 1);
  await context.setOffline(false);
  const arrived = () => batches.some(({ batch, answer }) => answer?.accepted === 1 && batch[0].event === "Offline");
  await until("the event arrived", arrived);
  assert.deepEqual((await kept(page)).filter((name) => name.includes(".event.")), []);
  await context.close();
});

test("a page whose tracker is blocked works and is counted by the server", async () => {
  const context = await newContext(browser, { locale: "en", width: 1280 });
  const cookie = { name: "mercat_consent", value: "1.analytics", url: shop.url };
  await context.addCookies([cookie]);
  const page = await context.newPage();
  await page.route("**/tracker.js", (route) => route.abort());
  const batches = listen(page);
  await page.goto(`${await firstProduct(page, "en")}?without=tracker`);
  assert.notEqual(await heading(page), "");
  const { page_view_id } = JSON.parse(await page.locator("#mercat-page-event").textContent());
  const marked = async () => (await arrivals()).filter(({ properties }) => properties?.tracker === "none");
  const ofPage = async () => (await marked()).filter(({ url }) => url === page.url());
  await page.waitForTimeout(HELD_BACK_MS);
  await until("the server counted the page", async () => (await ofPage()).length > 0);
  assert.deepEqual(events(batches), []);
  const found = await ofPage();
  assert.deepEqual(found.map(({ kind }) => kind).sort(), ["page_viewed", "product_viewed"]);
  for (const event of found) {
    assert.deepEqual(event.consent, ["analytics"]);
    assert.equal(event.anonymous_id, undefined, "nobody gave the browser an id");
  }
  const late = await sendAgain(page, { type: "page", messageId: page_view_id, anonymousId: "late" });
  assert.equal(late.repeated, 1, "a tracker that is late adds nothing");
  await context.close();
});

test("@segment/analytics-next on another site gets its events through", async () => {
  const first = await newContext(browser, { locale: "en", width: 1280 });
  const own = await first.newPage();
  await own.goto(`${shop.url}/en`);
  const writeKey = await own.locator("script[data-write-key]").getAttribute("data-write-key");
  await first.close();

  const site = await startSite();
  const context = await newContext(browser, { locale: "en", width: 1280 });
  const page = await context.newPage();
  const answers = [];
  page.on("response", async (response) => {
    const { pathname, origin } = new URL(response.url());
    if (origin === new URL(shop.url).origin && response.request().method() === "POST") {
      answers.push([pathname, response.status(), (await response.json()).accepted]);
    }
  });
  await page.goto(site.url);
  await page.evaluate(
    async ([writeKey, cdnURL]) => {
      const [analytics] = await window.AnalyticsNext.AnalyticsBrowser.load({ writeKey, cdnURL });
      await analytics.page("Landing");
      await analytics.track("Product Viewed", { sku: "T-1" });
      await analytics.identify("u-segment", { plan: "gold" });
    },
    [writeKey, shop.url],
  );
  await until("three messages were taken", () => answers.length >= 3);
  assert.deepEqual(answers.map(([path, ...rest]) => [path, ...rest]).sort(), [
    ["/v1/i", 200, 1],
    ["/v1/p", 200, 1],
    ["/v1/t", 200, 1],
  ]);
  const { anonymousId } = await page.evaluate(() => ({ anonymousId: JSON.parse(localStorage.ajs_anonymous_id) }));
  const kinds = (await arrivals()).filter((event) => event.anonymous_id === anonymousId).map(({ kind }) => kind);
  assert.deepEqual(kinds.sort(), ["identified", "page_viewed", "product_viewed"]);
  await context.close();
  await site.stop();
});
