/** Money, numbers, shares and dates in a language; money keeps every digit that the server sent. */
import type { Money } from "../api/types";

/** Building a formatter costs much more than using it. */
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, build: () => T): T {
  const found = formatters.get(key) ?? build();
  formatters.set(key, found);
  return found as T;
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(`n ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`d ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

/** A decimal text is formatted exactly; a float would lose digits of large sums. */
export function formatMoney(locale: string, money: Money): string {
  const decimals = money.amount.split(".")[1]?.length ?? 0;
  const options: Intl.NumberFormatOptions = {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "narrowSymbol",
  };
  const usual = numberFormat(locale, options).resolvedOptions().maximumFractionDigits ?? 2;
  // Unit prices may have more decimals than the currency.
  const exact = decimals > usual ? { ...options, maximumFractionDigits: decimals } : options;
  return numberFormat(locale, exact).format(money.amount as Intl.StringNumericLiteral);
}

/** For chart axes only: `£1.2M`, `120万`. */
export function formatMoneyShort(locale: string, amount: number, currency: string): string {
  return numberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(amount);
}

export function formatNumber(locale: string, value: number): string {
  return numberFormat(locale, { maximumFractionDigits: 4 }).format(value);
}

/** 0.314 → 31.4 %. */
export function formatShare(locale: string, share: number): string {
  return numberFormat(locale, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share);
}

/** With its sign, for changes. */
export function formatSigned(locale: string, value: number, style: "percent" | "decimal"): string {
  return numberFormat(locale, {
    style,
    signDisplay: "exceptZero",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);
}

/** An instant in the shop's time zone. */
export function formatInstant(locale: string, timeZone: string, instant: string, withTime: boolean): string {
  const options: Intl.DateTimeFormatOptions = withTime
    ? { timeZone, dateStyle: "medium", timeStyle: "short" }
    : { timeZone, dateStyle: "medium" };
  return dateFormat(locale, options).format(new Date(instant));
}

/** A calendar day such as `2011-01-31`; it has no time zone. */
export function formatDay(locale: string, day: string, withYear = true): string {
  const options: Intl.DateTimeFormatOptions = withYear
    ? { timeZone: "UTC", dateStyle: "medium" }
    : { timeZone: "UTC", month: "short", day: "numeric" };
  return dateFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}

/** A period of calendar days. Chinese ranges of Intl use slashes, unlike its single days, so both ends are written. */
export function formatPeriod(locale: string, from: string, to: string): string {
  if (from === to) return formatDay(locale, from);
  if (locale.startsWith("zh")) return `${formatDay(locale, from)}至${formatDay(locale, to)}`;
  const format = dateFormat(locale, { timeZone: "UTC", dateStyle: "medium" });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** A month such as `2011-01`. */
export function formatMonth(locale: string, month: string): string {
  return dateFormat(locale, { timeZone: "UTC", year: "numeric", month: "short" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** ISO 3166 codes are named; imported files bring names of their own, which stay as they are. */
export function formatCountry(locale: string, country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(country) ?? country;
}

export function formatCurrencyName(locale: string, currency: string): string {
  return new Intl.DisplayNames(locale, { type: "currency", fallback: "code" }).of(currency) ?? currency;
}

/** A time of day: `14:05`, or to the second `14:05:09`. */
export function formatTime(locale: string, timeZone: string, instant: string, withSeconds = false): string {
  const options: Intl.DateTimeFormatOptions = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return dateFormat(locale, withSeconds ? { ...options, second: "2-digit" } : options).format(new Date(instant));
}

const DURATIONS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** A span in its largest unit with one digit: 125 seconds are `2.1 min`. */
export function formatDuration(locale: string, seconds: number): string {
  const found = DURATIONS.find((candidate) => seconds >= candidate.seconds) ?? { unit: "second", seconds: 1 };
  return numberFormat(locale, {
    style: "unit",
    unit: found.unit,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(seconds / found.seconds);
}
