/**
 * Periods that are chosen by name. They end on the day of the last order, not today, so that imported
 * history shows its figures and not an empty month.
 */
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf } from "../../i18n/calendar";

export const PRESETS = ["7_days", "30_days", "90_days", "this_month", "last_month", "12_months", "all"] as const;
export type Preset = (typeof PRESETS)[number];
export type Period = { from: string; to: string };
/** Days of the first and the last order. */
export type SalesDays = { first: string; last: string };

export function isPreset(text: string): text is Preset {
  return PRESETS.some((preset) => preset === text);
}

export function periodOf(preset: Preset, { first, last }: SalesDays): Period {
  const month = monthOf(last);
  switch (preset) {
    case "7_days":
      return { from: addDays(last, -6), to: last };
    case "30_days":
      return { from: addDays(last, -29), to: last };
    case "90_days":
      return { from: addDays(last, -89), to: last };
    case "this_month":
      return { from: firstDayOf(month), to: last };
    case "last_month":
      return { from: firstDayOf(addMonths(month, -1)), to: lastDayOf(addMonths(month, -1)) };
    case "12_months":
      return { from: addDays(last, -364), to: last };
    case "all":
      return { from: first, to: last };
  }
}

/** The name of a period, if it has one. */
export function presetOf(period: Period, days: SalesDays): Preset | undefined {
  return PRESETS.find((preset) => {
    const named = periodOf(preset, days);
    return named.from === period.from && named.to === period.to;
  });
}

/** Cohorts need room to come back: at least a year, and no more columns than can be read. */
const RETENTION_MONTHS_MIN = 12;
const RETENTION_MONTHS_MAX = 24;

/** The months of the retention table for a period. */
export function retentionMonths({ from, to }: Period): Period {
  const last = monthOf(to);
  const year = addMonths(last, -RETENTION_MONTHS_MIN);
  const limit = addMonths(last, -RETENTION_MONTHS_MAX);
  const wanted = monthOf(from) < year ? monthOf(from) : year;
  return { from: wanted < limit ? limit : wanted, to: last };
}
