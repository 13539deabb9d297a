/** The formats of `format.ts` with the chosen language and the shop's time zone filled in. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "../api/session";
import type { Money } from "../api/types";
import { useLanguage } from "./LanguageProvider";
import { dayIn } from "./calendar";
import * as format from "./format";

export type Format = ReturnType<typeof formatsOf>;

function formatsOf(locale: string, timeZone: string) {
  return {
    locale,
    timeZone,
    money: (money: Money) => format.formatMoney(locale, money),
    moneyShort: (amount: number, currency: string) => format.formatMoneyShort(locale, amount, currency),
    number: (value: number) => format.formatNumber(locale, value),
    share: (share: number) => format.formatShare(locale, share),
    signed: (value: number, style: "percent" | "decimal") => format.formatSigned(locale, value, style),
    date: (instant: string) => format.formatInstant(locale, timeZone, instant, false),
    dateTime: (instant: string) => format.formatInstant(locale, timeZone, instant, true),
    dayOfInstant: (instant: string) => format.formatDay(locale, dayIn(timeZone, instant), false),
    time: (instant: string) => format.formatTime(locale, timeZone, instant),
    timeWithSeconds: (instant: string) => format.formatTime(locale, timeZone, instant, true),
    duration: (seconds: number) => format.formatDuration(locale, seconds),
    day: (day: string) => format.formatDay(locale, day),
    dayInYear: (day: string) => format.formatDay(locale, day, false),
    period: (from: string, to: string) => format.formatPeriod(locale, from, to),
    month: (month: string) => format.formatMonth(locale, month),
    country: (country: string) => format.formatCountry(locale, country),
    currencyName: (currency: string) => format.formatCurrencyName(locale, currency),
  };
}

export function useFormat(): Format {
  const { locale } = useLanguage();
  const timeZone = useQuery(sessionQuery).data?.shop.time_zone ?? "UTC";
  return useMemo(() => formatsOf(locale, timeZone), [locale, timeZone]);
}
