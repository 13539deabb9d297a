/**
 * The console in Chromium:
 *
 * 1. Sign-in, home, the lists and a detail page of each have no errors, no overflow and no axe violations, in both
 *    languages, three widths, light and dark.
 * 2. Ctrl+K opens the palette, and it leads to another page.
 * 3. On a phone the pages are reached through a drawer.
 * 4. Language and theme are switched in place and kept over a reload.
 * 5. A wrong password is refused in words.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertAxeIsSilent, assertNoOverflow, heading, launch, newContext, visit } from "./browser.mjs";
import { consolePages, consoleUrl, settled, signIn } from "./console-session.mjs";
import { LOCALES, THEMES, WIDTHS, shop, words } from "./matrix.mjs";

let browser;
let storageState;
let pages;
before(async () => {
  browser = await launch();
  storageState = await signIn(browser);
  pages = await consolePages(browser, storageState);
});
after(() => browser?.close());

/** Everything that holds on a page of the console, whatever it shows. */
async function assertWell(page, { locale, theme }) {
  assert.notEqual(await settled(page), "");
  assert.equal(await page.locator("html").getAttribute("lang"), locale);
  assert.equal(await isDark(page), theme === "dark", `the page is not ${theme}`);
  await assertNoOverflow(page);
  await assertAxeIsSilent(page);
}

/** Whether the page's background is darker than the middle. */
function isDark(page) {
  return page.evaluate(() => {
    const seen = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
    const opaque = seen.find((colour) => !/, 0\)$/.test(colour)) ?? "rgb(255, 255, 255)";
    const [red, green, blue] = opaque.match(/[\d.]+/g).map(Number);
    return red + green + blue < 3 * 128;
  });
}

for (const locale of LOCALES) {
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      test(`console, ${locale}, ${theme}, ${width} px`, async (t) => {
        const view = { locale, theme, width };
        const stranger = await newContext(browser, view);
        await t.test("sign-in", () =>
          visit(
            stranger,
            async (page) => {
              await page.goto(consoleUrl());
              await page.getByRole("button", { name: words.signIn }).waitFor();
              await assertWell(page, view);
            },
            [401],
          ),
        );
        await stranger.close();

        const context = await newContext(browser, { ...view, storageState });
        for (const { name, url } of pages) {
          await t.test(name, () =>
            visit(context, async (page) => {
              await page.goto(url);
              await assertWell(page, view);
            }),
          );
        }
        await context.close();
      });
    }
  }

  test(`Ctrl+K leads to another page, ${locale}`, async () => {
    const context = await newContext(browser, { locale, width: 1440, storageState });
    await visit(context, async (page) => {
      await page.goto(consoleUrl());
      await settled(page);
      await page.keyboard.press("Control+k");
      const palette = page.getByRole("dialog");
      await palette.waitFor();
      await assertAxeIsSilent(page);
      await palette.getByRole("combobox").fill(words.orders[locale]);
      await palette.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/console/orders");
      await settled(page);
      await palette.waitFor({ state: "hidden" });
    });
    await context.close();
  });
}

test("on a phone the pages are reached through a drawer", async () => {
  const context = await newContext(browser, { locale: "en", width: 320, storageState });
  await visit(context, async (page) => {
    await page.goto(consoleUrl());
    await settled(page);
    await page.getByRole("button", { name: words.menu }).click();
    const drawer = page.getByRole("dialog");
    await drawer.waitFor();
    await assertNoOverflow(page);
    await assertAxeIsSilent(page);
    await drawer.getByRole("link", { name: words.orders.en }).click();
    await page.waitForURL("**/console/orders");
    await drawer.waitFor({ state: "hidden" });
    await settled(page);
  });
  await context.close();
});

test("the language is switched in place and kept", async () => {
  const context = await newContext(browser, { locale: "en", width: 1440, storageState });
  await visit(context, async (page) => {
    await page.goto(consoleUrl("orders"));
    const english = await settled(page);
    await page.getByRole("button", { name: words.language }).click();
    await page.getByRole("menuitem", { name: "简体中文" }).click();
    await page.locator('html[lang="zh-CN"]').waitFor();
    assert.notEqual(await settled(page), english);
    await page.reload();
    await settled(page);
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  });
  await context.close();
});

test("dark mode is switched in place and kept", async () => {
  const context = await newContext(browser, { locale: "en", width: 1440, storageState });
  await visit(context, async (page) => {
    await page.goto(consoleUrl());
    await settled(page);
    assert.equal(await isDark(page), false);
    await page.getByRole("button", { name: words.theme }).click();
    await page.getByRole("menuitem", { name: words.dark }).click();
    await page.getByRole("menuitem", { name: words.dark }).waitFor({ state: "hidden" });
    assert.equal(await isDark(page), true);
    await page.reload();
    await settled(page);
    assert.equal(await isDark(page), true);
    await assertAxeIsSilent(page);
  });
  await context.close();
});

test("a wrong password is refused in words", async () => {
  const context = await newContext(browser, { locale: "en", width: 1440 });
  await visit(
    context,
    async (page) => {
      await page.goto(consoleUrl());
      await page.getByRole("textbox", { name: words.email }).fill(shop.adminEmail);
      await page.getByLabel(words.password).fill("not the password");
      await page.getByRole("button", { name: words.signIn }).click();
      await page.getByRole("alert").first().waitFor();
      await heading(page);
      await assertAxeIsSilent(page);
    },
    [401],
  );
  await context.close();
});
