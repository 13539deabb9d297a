/** Paths survive the way into an address and back, with pages and names of any kind. */
import { expect, it } from "vitest";
import { readNodes, writeNodes } from "./nodes";

it.each([
  [[{ kind: "product_viewed", page: null }, { kind: "product_added", page: null }]],
  [[{ kind: "page_viewed", page: "https://shop.example/zh-CN/红心,a@b" }, { kind: "Video, Played", page: null }]],
  [[{ kind: 'say "hi"', page: 'a\\b' }]],
])("%j", (nodes) => {
  expect(readNodes(writeNodes(nodes))).toEqual(nodes);
});

it.each(["", "a,", ",a", 'a,"b'])("refuses %s", (written) => {
  expect(readNodes(written)).toBeNull();
});
