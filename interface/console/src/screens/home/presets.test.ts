/** Named periods end on the day of the last order; retention has room for a year. */
import { expect, it } from "vitest";
import { PRESETS, periodOf, presetOf, retentionMonths } from "./presets";

const DAYS = { first: "2010-12-01", last: "2011-12-09" };

it("named periods end on the day of the last order", () => {
  expect(periodOf("7_days", DAYS)).toEqual({ from: "2011-12-03", to: "2011-12-09" });
  expect(periodOf("30_days", DAYS)).toEqual({ from: "2011-11-10", to: "2011-12-09" });
  expect(periodOf("this_month", DAYS)).toEqual({ from: "2011-12-01", to: "2011-12-09" });
  expect(periodOf("last_month", DAYS)).toEqual({ from: "2011-11-01", to: "2011-11-30" });
  expect(periodOf("12_months", DAYS)).toEqual({ from: "2010-12-10", to: "2011-12-09" });
  expect(periodOf("all", DAYS)).toEqual({ from: "2010-12-01", to: "2011-12-09" });
});

it("a period is recognised by its days", () => {
  for (const preset of PRESETS) expect(presetOf(periodOf(preset, DAYS), DAYS)).toBe(preset);
  expect(presetOf({ from: "2011-01-02", to: "2011-01-03" }, DAYS)).toBeUndefined();
});

it("retention shows at least a year and at most two", () => {
  expect(retentionMonths({ from: "2011-12-03", to: "2011-12-09" })).toEqual({ from: "2010-12", to: "2011-12" });
  expect(retentionMonths({ from: "2010-06-03", to: "2011-12-09" })).toEqual({ from: "2010-06", to: "2011-12" });
  expect(retentionMonths({ from: "2001-06-03", to: "2011-12-09" })).toEqual({ from: "2009-12", to: "2011-12" });
});
