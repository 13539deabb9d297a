/**
 * Properties of the snippets:
 * 1. each has the key and the address of the shop;
 * 2. the secret key of a server goes into no page, and the key of pages into no server.
 */
import { expect, it } from "vitest";
import { snippetsOf } from "./snippets";

const input = { key: "wk_test_123", url: "https://shop.example", consent: "implied" };

it.each(["browser", "storefront", "server"])("each snippet for a %s has the key and the address", (kind) => {
  const snippets = snippetsOf({ ...input, kind });
  expect(snippets.length).toBeGreaterThanOrEqual(3);
  for (const { code } of snippets) {
    expect(code).toContain("wk_test_123");
    expect(code).toContain("https://shop.example");
    expect(code).not.toContain("undefined");
  }
});

it("pages and servers get their own", () => {
  const ids = (kind: string) => snippetsOf({ ...input, kind }).map(({ id }) => id);
  expect(ids("browser")).toEqual(["tracker", "next", "curl"]);
  expect(ids("server")).toEqual(["node", "python", "curl"]);
});

it("the tracker asks for consent as the shop does", () => {
  expect(snippetsOf({ ...input, kind: "browser" })[0]?.code).toContain('data-consent="implied"');
});
