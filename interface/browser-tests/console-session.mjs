/** Signing in to the console, and the pages it has. */
import { heading, newContext, visit } from "./browser.mjs";
import { shop, words } from "./matrix.mjs";

/** The lists, each with detail pages. */
export const LISTS = ["products", "members", "orders", "returns"];

/** Pages that are neither, and an address that is none. */
const OTHERS = [
  "models",
  "identity",
  "analyze/events",
  "analyze/events?range=month&view=table",
  "analyze/funnel?by=device",
  "analyze/funnel?view=table&people=1",
  "analyze/retention",
  "analyze/retention?of=orders",
  "analyze/paths",
  "analyze/paths?view=table&days=table&pages=true&sessions=all",
  "settings/shop",
  "settings/sources",
  "settings/sources?tab=debugger",
  "settings/sources?tab=plan",
  "settings/privacy",
  "settings/api",
  "there-is-no-such-page",
];

export const consoleUrl = (path = "") => `${shop.url}/console/${path}`;

/** Signs in through the form, once for all tests: attempts are limited. Returns the cookies. */
export async function signIn(browser) {
  const context = await newContext(browser, { locale: "en", width: 1440 });
  let state;
  await visit(
    context,
    async (page) => {
      await page.goto(consoleUrl());
      await page.getByRole("textbox", { name: words.email }).fill(shop.adminEmail);
      await page.getByLabel(words.password).fill(shop.adminPassword);
      await page.getByRole("button", { name: words.signIn }).click();
      await page.getByRole("navigation").first().waitFor();
      await heading(page);
      state = await context.storageState();
    },
    // Before the form is sent, the console may ask who is signed in and hear that nobody is.
    [401],
  );
  await context.close();
  return { cookies: state.cookies, origins: [] };
}

/** The pages of the console with an example of each detail page, found through the lists. */
export async function consolePages(browser, storageState) {
  const context = await newContext(browser, { locale: "en", width: 1440, storageState });
  const found = [{ name: "home", url: consoleUrl() }];
  await visit(context, async (page) => {
    for (const list of LISTS) {
      await page.goto(consoleUrl(list));
      await heading(page);
      const link = page.locator(`main a[href*="/console/${list}/"]`).first();
      const path = await link.getAttribute("href");
      found.push({ name: list, url: consoleUrl(list) }, { name: `one of ${list}`, url: shop.url + path });
    }
  });
  await context.close();
  return [...found, ...OTHERS.map((path) => ({ name: path, url: consoleUrl(path) }))];
}

/** Waits until a page of the console shows what it has: the heading is there and nothing is loading. */
export async function settled(page) {
  const words = await heading(page);
  await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"], main .ant-skeleton-active'));
  return words;
}
