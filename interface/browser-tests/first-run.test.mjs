/**
 * The first start of an empty shop: the printed secret makes the first admin, and only once.
 *
 * 1. The sign-up form has no errors, no overflow and no axe violations in both languages and three widths.
 * 2. With the secret an admin is made and sees an empty home page.
 * 3. Afterwards the console offers sign-in, no sign-up.
 * 4. The empty storefront stands.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertAxeIsSilent, assertNoOverflow, heading, launch, newContext, visit } from "./browser.mjs";
import { settled } from "./console-session.mjs";
import { LOCALES, WIDTHS, words } from "./matrix.mjs";
import { startEmpty } from "./server.mjs";

let browser;
let empty;
before(async () => {
  empty = await startEmpty();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await empty?.stop();
});

/** Before anyone signed up, asking who is signed in may be answered with 401. */
const NOBODY = [401];

for (const locale of LOCALES) {
  for (const width of WIDTHS) {
    test(`the first pages, ${locale}, ${width} px`, async (t) => {
      const context = await newContext(browser, { locale, width });
      await t.test("sign-up", () =>
        visit(
          context,
          async (page) => {
            await page.goto(`${empty.url}/console/`);
            await page.getByLabel(words.secret).waitFor();
            assert.notEqual(await heading(page), "");
            await assertNoOverflow(page);
            await assertAxeIsSilent(page);
          },
          NOBODY,
        ),
      );
      await t.test("the empty storefront", () =>
        visit(context, async (page) => {
          const response = await page.goto(`${empty.url}/${locale}`);
          assert.equal(response.status(), 200);
          assert.notEqual(await heading(page), "");
          await assertNoOverflow(page);
          await assertAxeIsSilent(page);
        }),
      );
      await context.close();
    });
  }
}

test("the secret makes the first admin, once", async () => {
  const admin = await newContext(browser, { locale: "en", width: 1440 });
  await visit(
    admin,
    async (page) => {
      await page.goto(`${empty.url}/console/`);
      await page.getByLabel(words.secret).fill(empty.secret);
      await page.getByRole("textbox", { name: words.shopName }).fill("Teashop");
      await page.getByRole("textbox", { name: words.name }).fill("Ada Admin");
      await page.getByRole("textbox", { name: words.email }).fill("ada@example.org");
      await page.getByLabel(words.password).fill("correct horse battery staple");
      await page.getByRole("button", { name: words.signUp }).click();
      await page.getByRole("navigation").first().waitFor();
      assert.notEqual(await settled(page), "");
      await assertNoOverflow(page);
      await assertAxeIsSilent(page);
    },
    NOBODY,
  );
  await admin.close();

  const stranger = await newContext(browser, { locale: "en", width: 1440 });
  await visit(
    stranger,
    async (page) => {
      await page.goto(`${empty.url}/console/`);
      await page.getByRole("button", { name: words.signIn }).waitFor();
      assert.equal(await page.getByLabel(words.secret).count(), 0, "sign-up is still offered");
    },
    NOBODY,
  );
  await stranger.close();
});
