/** Money keeps every digit; days stay days; instants are told in the shop's time zone. */
import { describe, expect, it } from "vitest";
import { formatCountry, formatDay, formatInstant, formatMoney, formatMonth, formatShare, formatSigned } from "./format";

const money = (amount: string, currency = "GBP") => ({ amount, currency });

describe("money", () => {
  it("is written with its currency in both languages", () => {
    expect(formatMoney("en", money("8911407.90"))).toBe("£8,911,407.90");
    expect(formatMoney("zh-CN", money("8911407.90", "CNY"))).toBe("¥8,911,407.90");
  });

  it("keeps digits that a float would lose", () => {
    expect(formatMoney("en", money("90071992547409931.23"))).toBe("£90,071,992,547,409,931.23");
  });

  it("keeps the decimals of a unit price, and those that the currency has", () => {
    expect(formatMoney("en", money("0.001"))).toBe("£0.001");
    expect(formatMoney("en", money("5"))).toBe("£5.00");
    expect(formatMoney("en", money("1200", "JPY"))).toBe("¥1,200");
  });

  it("shows what is below zero", () => {
    expect(formatMoney("en", money("-27.50"))).toBe("-£27.50");
  });
});

describe("dates", () => {
  it("of instants are in the shop's time zone, whatever the browser's is", () => {
    const instant = "2011-12-08T23:30:00Z";
    expect(formatInstant("en", "Europe/London", instant, false)).toBe("Dec 8, 2011");
    expect(formatInstant("en", "Asia/Shanghai", instant, false)).toBe("Dec 9, 2011");
    expect(formatInstant("zh-CN", "Asia/Shanghai", instant, true)).toBe("2011年12月9日 07:30");
  });

  it("of calendar days and months have no time zone", () => {
    expect(formatDay("en", "2011-01-31")).toBe("Jan 31, 2011");
    expect(formatDay("zh-CN", "2011-01-31")).toBe("2011年1月31日");
    expect(formatMonth("en", "2010-12")).toBe("Dec 2010");
  });
});

describe("shares and changes", () => {
  it("have one decimal and a sign", () => {
    expect(formatShare("en", 0.3661)).toBe("36.6%");
    expect(formatSigned("en", 0.149, "percent")).toBe("+14.9%");
    expect(formatSigned("en", -1.26, "decimal")).toBe("-1.3");
  });
});

describe("countries", () => {
  it("are named by their code, and imported names stay", () => {
    expect(formatCountry("zh-CN", "CN")).toBe("中国");
    expect(formatCountry("en", "EIRE")).toBe("EIRE");
    expect(formatCountry("en", "")).toBe("");
  });
});
