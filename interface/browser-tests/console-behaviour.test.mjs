/**
 * Behaviour in the console, in Chromium:
 *
 * 1. A source is created; an event sent with its key shows in the debugger; after the key is revoked, it is refused.
 * 2. A tracking plan is written, and what came otherwise is counted.
 * 3. A funnel of the demo shop is built with the keyboard's and pointer's controls, shared by its address, and its
 *    people are opened, down to a profile.
 * 4. A person is forgotten: only after their number was typed, and then the profile is gone.
 */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";

import { assertAxeIsSilent, launch, newContext, visit } from "./browser.mjs";
import { consoleUrl, settled, signIn } from "./console-session.mjs";
import { shop } from "./matrix.mjs";

let browser;
let storageState;
before(async () => {
  browser = await launch();
  storageState = await signIn(browser);
});
after(() => browser?.close());

/** Opens the console as the admin, in English, and runs a check on it. */
async function onConsole(path, check, expectedStatuses = []) {
  const context = await newContext(browser, { locale: "en", width: 1440, storageState });
  await visit(
    context,
    async (page) => {
      await page.goto(consoleUrl(path));
      await settled(page);
      await check(page);
    },
    expectedStatuses,
  );
  await context.close();
}

/** What a client sends; the status of the answer. */
async function send(key, event, properties = {}) {
  const answer = await fetch(`${shop.url}/v1/track`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${key}:`)}`, "content-type": "application/json" },
    body: JSON.stringify({ event, anonymousId: `visitor-${event}`, properties }),
  });
  return answer.status;
}

/** Chooses an option of a select of antd by what it is called. */
async function choose(page, name, option) {
  const field = page.getByRole("combobox", { name, exact: true });
  await field.click();
  await field.fill(option);
  await page.locator(".ant-select-item-option", { hasText: option }).first().click();
}

test("a source is created, its events show in the debugger, and a revoked key is refused", () =>
  onConsole("settings/sources", async (page) => {
    const name = `Console ${randomUUID().slice(0, 8)}`;
    const event = `Played ${randomUUID().slice(0, 8)}`;
    await page.getByRole("button", { name: "Add a source" }).click();
    const sheet = page.getByRole("dialog", { name: "Add a source" });
    await assertAxeIsSilent(page);
    await sheet.getByRole("textbox", { name: "Name" }).fill(name);
    await sheet.getByRole("button", { name: "Add the source" }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    const key = await page.locator("main .key code").first().innerText();
    const snippet = await page.locator("main pre").first().innerText();
    assert.ok(snippet.includes(key) && snippet.includes(shop.url), `the snippet lacks key or address: ${snippet}`);

    assert.equal(await send(key, event), 200);
    await page.getByRole("tab", { name: "Debugger" }).click();
    const row = page.locator(".arrivals summary", { hasText: event });
    await row.waitFor();
    await row.click();
    assert.match(await page.locator(".arrivals pre").first().innerText(), new RegExp(`"anonymous_id": "visitor-${event}"`));
    await assertAxeIsSilent(page);

    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByText(/^Paused at/).waitFor();
    assert.equal(await send(key, `Later ${event}`), 200);
    await page.waitForTimeout(3_000);
    assert.equal(await page.locator(".arrivals summary", { hasText: `Later ${event}` }).count(), 0);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.locator(".arrivals summary", { hasText: `Later ${event}` }).waitFor();

    await page.getByRole("button", { name: `Revoke key ${key}` }).click();
    const confirm = page.getByRole("dialog", { name: "Revoke this key?" });
    assert.match(await confirm.innerText(), /last working key/);
    await assertAxeIsSilent(page);
    await confirm.getByRole("button", { name: "Revoke", exact: true }).click();
    await confirm.waitFor({ state: "hidden" });
    await page.getByText("Revoked", { exact: true }).first().waitFor();
    assert.equal(await send(key, event), 401);
    await page.getByText(/^Refused \([1-9]/).click();
    await page.getByRole("cell", { name: /revoked/ }).or(page.getByRole("rowheader", { name: /revoked/ })).first().waitFor();
    await page.getByText(/^Refused \([1-9]/).waitFor();
  }));

test("a tracking plan is written, and what came otherwise is counted", () =>
  onConsole("settings/sources?tab=plan", async (page) => {
    await page.getByRole("button", { name: "Add an event" }).click();
    const sheet = page.getByRole("dialog", { name: "Add an event" });
    await choose(page, "Event", "Reviewed a product");
    await sheet.getByRole("textbox", { name: "What it means" }).fill("Somebody reviewed a product");
    await sheet.getByRole("button", { name: "Add a property" }).click();
    await sheet.getByRole("textbox", { name: "Name of property 1" }).fill("rating");
    await sheet.getByRole("checkbox", { name: "required" }).check();
    await assertAxeIsSilent(page);
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.waitFor({ state: "hidden" });
    await page.getByText("rating (required)").waitFor();

    const { sources } = await page.evaluate(async () => {
      const answer = await fetch("/api/admin/v1/sources");
      return { sources: (await answer.json()).items };
    });
    const key = sources.flatMap(({ keys }) => keys).find(({ revoked_at: at }) => at === null)?.key;
    if (key) {
      assert.equal(await send(key, "Product Reviewed"), 200);
      await page.reload();
      await settled(page);
      await page.getByRole("row", { name: /Reviewed a product.*rating.*Missing/ }).waitFor();
    }
    await page.getByRole("button", { name: "Remove product_reviewed" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByText("rating (required)").waitFor({ state: "hidden" });
  }));

test("a funnel is built and its people are opened", () =>
  onConsole("analyze/funnel?steps=product_viewed%2Corder_completed", async (page) => {
    await page.getByRole("button", { name: "Add a step" }).click();
    await choose(page, "Event of step 3", "Added to the basket");
    await page.getByRole("button", { name: "Move step 3 up" }).click();
    await page.waitForURL((url) => url.searchParams.get("steps") === "product_viewed,product_added,order_completed");
    await settled(page);
    const steps = page.locator(".funnel-step");
    await steps.nth(2).waitFor();
    const counts = (await page.locator(".funnel-count").allInnerTexts()).map((text) => Number(text.replace(/\D/g, "")));
    assert.equal(counts.length, 3);
    assert.ok(counts[0] >= counts[1] && counts[1] >= counts[2] && counts[2] > 0, `no funnel: ${counts}`);

    await steps.nth(2).getByRole("link").first().click();
    const people = page.getByRole("dialog", { name: /Ordered/ });
    await people.getByRole("row").nth(1).waitFor();
    assert.equal(await people.getByRole("row").count(), Math.min(counts[2], 50) + 1);
    await assertAxeIsSilent(page);

    // The address alone shows the same to somebody else.
    await page.reload();
    await people.getByRole("row").nth(1).waitFor();
    await page.keyboard.press("Escape");
    await people.waitFor({ state: "hidden" });

    await steps.nth(0).getByRole("link", { name: /stopped/ }).click();
    const stopped = page.getByRole("dialog", { name: /^Stopped after/ });
    await stopped.locator('a[href*="/members/"]').first().click();
    await page.waitForURL("**/console/members/mbr_*");
    await settled(page);
  }));

test("a person is forgotten after their number was typed", () =>
  onConsole(
    "members",
    async (page) => {
      await page.locator('main a[href*="/console/members/"]').last().click();
      await page.waitForURL("**/console/members/mbr_*");
      await settled(page);
      const address = page.url();
      await page.getByRole("tab", { name: "Identity" }).click();
      await page.getByRole("button", { name: "Forget this person" }).click();
      const confirm = page.getByRole("dialog");
      const forget = confirm.getByRole("button", { name: "Forget this person" });
      assert.equal(await forget.isDisabled(), true);
      const number = (await confirm.getByRole("heading").innerText()).match(/member (\S+)\?/)[1];
      await confirm.getByRole("textbox").fill(number);
      await assertAxeIsSilent(page);
      await forget.click();
      await page.waitForURL("**/console/members");
      await page.getByText(`Member ${number} is being forgotten`).waitFor();
      await page.goto(address);
      await page.getByText("This does not exist").waitFor();
      await page.goto(consoleUrl("settings/privacy"));
      await settled(page);
      await page.locator("main tbody tr").first().waitFor();
      await assertAxeIsSilent(page);
    },
    [404],
  ));
