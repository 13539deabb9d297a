/** The periods of reports on behaviour: so many days up to today, or days of one's own. */
import { addDays } from "../../i18n/calendar";
import { aDay } from "../../components/list/listState";

export const PERIODS = [7, 30, 90, 365] as const;

/** What the server takes when it is not told. */
export const PERIOD_DAYS_DEFAULT = 30;

export const PERIOD_FIELDS = { from: aDay, to: aDay };

export type Period = { from: string; to: string };

export function lastDays(days: number, today: string): Period {
  return { from: addDays(today, 1 - days), to: today };
}

/** How many days up to today a period is; undefined for days of one's own. */
export function daysOf(period: Period, today: string): number | undefined {
  return PERIODS.find((days) => lastDays(days, today).from === period.from && period.to === today);
}

/** The period that an address names; an end that is missing is filled in. */
export function periodOf(filters: { from?: string; to?: string }, today: string): Period {
  const { from, to } = filters;
  if (from && to) return from <= to ? { from, to } : { from: to, to: from };
  if (from) return from <= today ? { from, to: today } : { from, to: from };
  if (to) return { from: addDays(to, 1 - PERIOD_DAYS_DEFAULT), to };
  return lastDays(PERIOD_DAYS_DEFAULT, today);
}
