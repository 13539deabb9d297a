/** Heat steps: five equal parts of the largest share. */
import { expect, it } from "vitest";
import { heatBounds, heatStep } from "./heat";

it("nothing has no heat, and the largest share has all of it", () => {
  expect(heatStep(0, 0.5)).toBe(0);
  expect(heatStep(0.5, 0.5)).toBe(5);
  expect(heatStep(0.001, 0.5)).toBe(1);
});

it("steps are equal parts, and a bound belongs to the step below", () => {
  expect([0.1, 0.11, 0.2, 0.3, 0.4, 0.41].map((share) => heatStep(share, 0.5))).toEqual([1, 2, 2, 3, 4, 5]);
  expect(heatBounds(0.5).map((bound) => heatStep(bound, 0.5))).toEqual([1, 2, 3, 4, 5]);
});

it("the first month, always everyone, is the hottest", () => {
  expect(heatStep(1, 0.5)).toBe(5);
  expect(heatStep(1, 0)).toBe(5);
});
