/** Cohorts by first order: their cells are lists of members. */
import { membersPath } from "../../components/paths";
import { addMonths } from "../../i18n/calendar";
import type { Format } from "../../i18n/useFormat";
import type { Text } from "../../i18n/useText";
import type { CohortWords } from "./RetentionTable";

export function orderCohorts(text: Text, format: Format, currency: string): CohortWords {
  return {
    name: (cohort) => format.month(cohort.month),
    later: (month) => text("retention-month", { month }),
    cell: (cohort, month, share) =>
      text("retention-cell", {
        cohort: format.month(cohort.month),
        month: format.month(addMonths(cohort.month, month)),
        active: cohort.active[month] ?? 0,
        size: cohort.size,
        share,
      }),
    legend: text("retention-legend"),
    cohortPath: (cohort) => membersPath({ cohort: cohort.month, currency }),
    cellPath: (cohort, month) =>
      membersPath({ cohort: cohort.month, active_in: addMonths(cohort.month, month), currency }),
  };
}
