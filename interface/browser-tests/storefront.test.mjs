/**
 * The storefront in Chromium:
 *
 * 1. Home, category, product and not-found pages have no errors, no overflow and no axe violations, in both
 *    languages and three widths.
 * 2. They work without JavaScript: a shopper gets from home to a product and into the other language by links.
 * 3. HTML and CSS of a page stay within 20 kB compressed.
 * 4. Search engines find the language versions and the product's data.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertAxeIsSilent, assertNoOverflow, heading, launch, newContext, visit } from "./browser.mjs";
import { LOCALES, WIDTHS, shop } from "./matrix.mjs";

/** DESIGN of the storefront: a page is there at once on a slow phone. */
const PAGE_BYTES_MAX = 20 * 1024;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** The pages of one language, found as a shopper finds them: by the links of the home page. */
async function pages(context, locale) {
  const found = [{ name: "home", path: `/${locale}`, status: 200 }];
  await visit(context, async (page) => {
    await page.goto(`${shop.url}/${locale}`);
    for (const [name, prefix] of [["category", `/${locale}/c/`], ["product", `/${locale}/p/`]]) {
      const path = await page.locator(`a[href^="${prefix}"]`).first().getAttribute("href");
      assert.ok(path, `the home page links to no ${name}`);
      found.push({ name, path, status: 200 });
    }
  });
  found.push({ name: "not found", path: `/${locale}/p/there-is-no-such-product`, status: 404 });
  return found;
}

async function open(page, { path, status }) {
  const response = await page.goto(shop.url + path);
  assert.equal(response.status(), status, `status of ${path}`);
  return response;
}

for (const locale of LOCALES) {
  for (const width of WIDTHS) {
    test(`storefront, ${locale}, ${width} px`, async (t) => {
      const context = await newContext(browser, { locale, width });
      for (const entry of await pages(context, locale)) {
        await t.test(entry.name, () =>
          visit(
            context,
            async (page) => {
              await open(page, entry);
              assert.notEqual(await heading(page), "");
              assert.equal(await page.locator("html").getAttribute("lang"), locale);
              await assertNoOverflow(page);
              await assertAxeIsSilent(page);
            },
            entry.status === 404 ? [404] : [],
          ),
        );
      }
      await context.close();
    });
  }

  test(`storefront without JavaScript, ${locale}`, async (t) => {
    const context = await newContext(browser, { locale, width: 320, javaScriptEnabled: false });
    for (const entry of await pages(context, locale)) {
      await t.test(entry.name, () =>
        visit(
          context,
          async (page) => {
            await open(page, entry);
            assert.notEqual(await heading(page), "");
            await assertNoOverflow(page);
          },
          entry.status === 404 ? [404] : [],
        ),
      );
    }
    await t.test("a shopper gets to a product and into the other language by links", () =>
      visit(context, async (page) => {
        const other = LOCALES.find((candidate) => candidate !== locale);
        await page.goto(`${shop.url}/${locale}`);
        await page.locator(`a[href^="/${locale}/c/"]`).first().click();
        await page.waitForURL(`**/${locale}/c/**`);
        await page.locator(`main a[href^="/${locale}/p/"]`).first().click();
        await page.waitForURL(`**/${locale}/p/**`);
        const title = await heading(page);
        await page.locator(`a[hreflang="${other}"]`).first().click();
        await page.waitForURL(`**/${other}/p/**`);
        assert.equal(await page.locator("html").getAttribute("lang"), other);
        assert.notEqual(title, "");
      }),
    );
    await context.close();
  });

  test(`what a page weighs and tells search engines, ${locale}`, async (t) => {
    const context = await newContext(browser, { locale, width: 320 });
    const found = (await pages(context, locale)).filter(({ status }) => status === 200);
    for (const entry of found) {
      await t.test(entry.name, () =>
        visit(context, async (page) => {
          const light = [];
          page.on("requestfinished", (request) => {
            if (["document", "stylesheet"].includes(request.resourceType())) {
              light.push(request);
            }
          });
          await open(page, entry);
          const sizes = await Promise.all(light.map((request) => request.sizes()));
          const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
          assert.ok(bytes <= PAGE_BYTES_MAX, `${entry.path} has ${bytes} compressed bytes of HTML and CSS`);
          for (const alternate of LOCALES) {
            await page.locator(`link[rel="alternate"][hreflang="${alternate}"]`).first().waitFor({ state: "attached" });
          }
          await page.locator('link[rel="canonical"]').waitFor({ state: "attached" });
        }),
      );
    }
    await t.test("the product's data", () =>
      visit(context, async (page) => {
        await open(page, found.find(({ name }) => name === "product"));
        const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
        const types = texts.flatMap((text) => {
          const data = JSON.parse(text);
          return [data, ...(data["@graph"] ?? [])].map((entry) => entry["@type"]);
        });
        assert.ok(types.includes("Product") && types.includes("BreadcrumbList"), `JSON-LD has ${types.join(", ")}`);
      }),
    );
    await context.close();
  });
}
