/** Cohorts by an event: their cells open the people beside the screen. */
import type { List } from "../../../components/list/useListState";
import type { Format } from "../../../i18n/useFormat";
import type { Text } from "../../../i18n/useText";
import type { CohortWords } from "../../home/RetentionTable";
import type { RetentionFields } from "./Retention";

/** `3 weeks later`. */
export function periodsAfter(text: Text, unit: string, count: number): string {
  if (unit === "day") return text("retention-days-later", { count });
  if (unit === "month") return text("retention-months-later", { count });
  return text("retention-weeks-later", { count });
}

export function eventCohorts(text: Text, format: Format, unit: string, list: List<RetentionFields>): CohortWords {
  const name = (from: string, month: string) => (unit === "month" ? format.month(month) : format.day(from));
  return {
    name: (cohort) => name(cohort.from, cohort.month),
    later: (count) => periodsAfter(text, unit, count),
    cell: (cohort, count, share) =>
      text("retention-event-cell", {
        cohort: name(cohort.from, cohort.month),
        period: periodsAfter(text, unit, count),
        active: cohort.active[count] ?? 0,
        size: cohort.size,
        share,
      }),
    legend: text("retention-event-legend"),
    cohortPath: (cohort) => list.address({ cohort: cohort.from, later: undefined }),
    cellPath: (cohort, count) => list.address({ cohort: cohort.from, later: String(count) }),
  };
}
