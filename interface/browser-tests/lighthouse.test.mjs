/**
 * Lighthouse on home, category and product in both languages: accessibility, best practices and SEO are 100.
 *
 * Its performance score is not asserted; it measures the machine as much as the page.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import lighthouse from "lighthouse";

import { launch, launchForDebugging, newContext, visit } from "./browser.mjs";
import { LOCALES, shop } from "./matrix.mjs";

const CATEGORIES = ["accessibility", "best-practices", "seo"];

let debugged;
before(async () => (debugged = await launchForDebugging()));
after(() => debugged?.close());

/** The addresses of the three pages of a language. */
async function addresses(locale) {
  const browser = await launch();
  const found = [["home", `${shop.url}/${locale}`]];
  const context = await newContext(browser, { locale, width: 1440 });
  await visit(context, async (page) => {
    await page.goto(`${shop.url}/${locale}`);
    for (const [name, prefix] of [["category", `/${locale}/c/`], ["product", `/${locale}/p/`]]) {
      found.push([name, shop.url + (await page.locator(`a[href^="${prefix}"]`).first().getAttribute("href"))]);
    }
  });
  await browser.close();
  return found;
}

for (const locale of LOCALES) {
  test(`lighthouse, ${locale}`, async (t) => {
    for (const [name, address] of await addresses(locale)) {
      await t.test(name, async () => {
        const options = { port: debugged.port, output: "json", logLevel: "error", onlyCategories: CATEGORIES };
        const { lhr } = await lighthouse(address, options);
        assert.equal(lhr.runtimeError, undefined, lhr.runtimeError?.message);
        for (const id of CATEGORIES) {
          const { score, auditRefs } = lhr.categories[id];
          const missed = auditRefs
            .map((reference) => ({ ...lhr.audits[reference.id], weight: reference.weight }))
            .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 1)
            .map((audit) => `${audit.id}: ${audit.explanation ?? audit.title} ${JSON.stringify(audit.details?.items?.slice(0, 3) ?? "")}`);
          assert.equal(score, 1, `${id} of ${address} is ${Math.round(score * 100)}: ${missed.join("; ")}`);
        }
      });
    }
  });
}
