/** After signing in one is led back, but never out of the console. */
import { expect, it } from "vitest";
import { pathWithin } from "./Gates";

it("leads back to paths of the console", () => {
  expect(pathWithin("/orders?from=2011-01-01")).toBe("/orders?from=2011-01-01");
});

it("leads nowhere else", () => {
  for (const next of [null, "", "https://evil.example", "//evil.example", "/\\evil.example", "orders"]) {
    expect(pathWithin(next)).toBe("/");
  }
});
