/** Changes against the comparison period: relative for sums, in points for shares. */
import { expect, it } from "vitest";
import { pointsChange, relativeChange } from "./change";

it("a change is relative to the period before", () => {
  expect(relativeChange(115, 100)).toEqual({ kind: "up", value: 0.15 });
  expect(relativeChange(50, 100)).toEqual({ kind: "down", value: -0.5 });
});

it("there is no change against nothing", () => {
  expect(relativeChange(10, 0)).toEqual({ kind: "none" });
  expect(relativeChange(0, 0)).toEqual({ kind: "none" });
  expect(pointsChange(0.5, null)).toEqual({ kind: "none" });
});

it("what would be shown as zero is the same", () => {
  expect(relativeChange(100_001, 100_000)).toEqual({ kind: "same" });
  expect(pointsChange(0.6, 0.6)).toEqual({ kind: "same" });
});

it("shares change in percentage points", () => {
  const change = pointsChange(0.655, 0.63);
  expect(change.kind).toBe("up");
  expect(change).toHaveProperty("value", expect.closeTo(2.5));
});
