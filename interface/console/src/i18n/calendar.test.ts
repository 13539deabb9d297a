/** Days and months: only those that exist, over ends of months and years, in the right time zone. */
import { describe, expect, it } from "vitest";
import { addDays, addMonths, dayIn, isDay, isMonth, lastDayOf } from "./calendar";

describe("calendar", () => {
  it("knows the days that exist", () => {
    expect(isDay("2012-02-29")).toBe(true);
    for (const wrong of ["2011-02-29", "2011-13-01", "2011-1-1", "yesterday", ""]) expect(isDay(wrong)).toBe(false);
    expect(isMonth("2010-12")).toBe(true);
    expect(isMonth("2010-13")).toBe(false);
  });

  it("counts over the ends of months and years", () => {
    expect(addDays("2011-03-01", -1)).toBe("2011-02-28");
    expect(addDays("2010-12-31", 1)).toBe("2011-01-01");
    expect(addMonths("2011-01", -1)).toBe("2010-12");
    expect(addMonths("2010-12", 12)).toBe("2011-12");
    expect(lastDayOf("2012-02")).toBe("2012-02-29");
  });

  it("finds the day of an instant in a time zone", () => {
    expect(dayIn("Asia/Shanghai", "2011-12-08T16:00:00Z")).toBe("2011-12-09");
    expect(dayIn("America/New_York", "2011-12-08T04:59:59Z")).toBe("2011-12-07");
  });
});
