/** A CSV file says what the table says, whatever stands in it. */
import { expect, it } from "vitest";
import { csvOf } from "./csv";

it("quotes what needs quotes and leaves the rest", () => {
  expect(csvOf(["event", "people"], [["product_viewed", 12], ['a "b", c', null], ["two\nlines", 0.5]])).toBe(
    'event,people\r\nproduct_viewed,12\r\n"a ""b"", c",\r\n"two\nlines",0.5\r\n',
  );
});

it("no text runs as a formula, and negative numbers stay numbers", () => {
  expect(csvOf(["a"], [["=1+1"], ["@x"], ["-2"], [-2]])).toBe("a\r\n'=1+1\r\n'@x\r\n'-2\r\n-2\r\n");
});
