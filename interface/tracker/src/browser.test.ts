/**
 * The script of a page:
 *
 * 1. `data-` attributes set it up; it sends a page view, and what the server says of the page, under the server's id.
 * 2. Calls that came before it are made up for, later ones go through.
 * 3. The consent banner's form is sent in place, and what waited follows.
 * 4. The built file is small.
 */
import { gzipSync } from "node:zlib";

import { beforeEach, expect, test, vi } from "vitest";

import { type Server, newBrowser, serve, wait } from "./visit";

/** The budget of the whole SDK, compressed. */
const COMPRESSED_BYTES_MAX = 4_096;

let server: Server;
beforeEach(() => {
  newBrowser();
  server = serve();
  document.body.innerHTML = "<main tabindex=-1></main>";
  Reflect.deleteProperty(window, "mercat");
});

async function run(data: Record<string, string>) {
  const script = document.createElement("script");
  Object.assign(script.dataset, data);
  vi.spyOn(document, "currentScript", "get").mockReturnValue(script);
  vi.resetModules();
  await import("./browser");
  vi.restoreAllMocks();
}

const global = window as unknown as { mercat: any };

test("the page's own event is sent with the page view, under the server's id", async () => {
  const event = { page_view_id: "pv_1", name: "Product", event: "Product Viewed", properties: { sku: "T-1" } };
  document.body.innerHTML = `<script type="application/json" id="mercat-page-event">${JSON.stringify(event)}</script>`;
  await run({ writeKey: "wk_1", consent: "implied", host: "https://shop.example" });
  await wait(300);
  expect(server.requests[0]!.url).toBe("https://shop.example/v1/batch");
  expect(server.batches[0]!.writeKey).toBe("wk_1");
  expect(server.events().map(({ type, messageId, event, properties }) => [type, messageId, event, properties?.sku])).toEqual([
    ["page", "pv_1", undefined, "T-1"],
    ["track", "pv_1.event", "Product Viewed", "T-1"],
  ]);
  dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await wait(300);
  const again = server.events()[2]!;
  expect([again.type, again.messageId === "pv_1"]).toEqual(["page", false]);
});

test("calls before and after the script arrive", async () => {
  global.mercat = [["load", { writeKey: "wk_2", consent: "implied" }], ["track", "Early", { a: 1 }]];
  await run({});
  global.mercat.push(["track", "Pushed"]);
  global.mercat.track("Called");
  await global.mercat.flush();
  expect(server.events().map(({ type, event }) => event ?? type)).toEqual(["page", "Early", "Pushed", "Called"]);
});

test("a page view is left out on request", async () => {
  await run({ writeKey: "wk_1", consent: "implied", automatic: "false" });
  await wait(300);
  expect(server.requests).toEqual([]);
});

test("the banner's form is sent in place, and what waited follows", async () => {
  document.body.innerHTML = `<section data-mercat-consent><form method="post" action="/en/consent">
    <input type="hidden" name="back" value="/en"><button name="choice" value="accept">Yes</button></form></section><main tabindex="-1"></main>`;
  await run({ writeKey: "wk_1" });
  await wait(60_000);
  expect(server.requests).toEqual([]);
  const send = globalThis.fetch;
  const posts: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (!url.endsWith("/en/consent")) return send(url, init);
    posts.push(`${init.body as URLSearchParams}`);
    document.cookie = "mercat_consent=1.analytics; Path=/";
    return { type: "opaqueredirect" };
  });
  document.querySelector("button")!.click();
  await wait(300);
  expect(posts).toEqual(["back=%2Fen&choice=accept"]);
  expect(server.events().map(({ type }) => type)).toEqual(["page"]);
  expect(document.querySelector("[data-mercat-consent]")).toBeNull();
  expect(document.activeElement).toBe(document.querySelector("main"));
});

test("a choice that could not be kept in place is sent as the form would have been", async () => {
  document.body.innerHTML = `<section data-mercat-consent><form method="post" action="/en/consent">
    <button name="choice" value="refuse">No</button></form></section>`;
  await run({ writeKey: "wk_1" });
  vi.stubGlobal("fetch", async () => new Response(null, { status: 403 }));
  const sent: (string | undefined)[] = [];
  addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    sent.push((event.submitter as HTMLButtonElement).value);
    event.preventDefault();
  });
  document.querySelector("button")!.click();
  await wait(10);
  expect(sent).toEqual(["refuse"]);
});

test("the built file is small", async () => {
  vi.useRealTimers();
  const { build } = await import("vite");
  const outputs = await build({ logLevel: "error", build: { write: false } });
  const files = [outputs].flat().flatMap((made) => ("output" in made ? made.output : []));
  expect(files.map(({ fileName }) => fileName)).toEqual(["tracker.js"]);
  const code = "code" in files[0]! ? files[0].code : "";
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(COMPRESSED_BYTES_MAX);
});
