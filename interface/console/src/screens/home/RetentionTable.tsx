/** The heat map of cohorts as a table: every cell has its number, and links to the people that it counts. */
import { Link } from "react-router";
import type { Cohort } from "../../api/types";
import { ScrollRegion } from "../../components/ScrollRegion";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { heatBounds, heatStep } from "../../theme/heat";

/** What the rows and cells are called, and where they lead. */
export type CohortWords = {
  name: (cohort: Cohort) => string;
  /** The head of the column of so many periods later, for readers. */
  later: (periods: number) => string;
  cell: (cohort: Cohort, periods: number, share: string) => string;
  legend: string;
  cohortPath: (cohort: Cohort) => string;
  cellPath: (cohort: Cohort, periods: number) => string;
};

type Props = { cohorts: Cohort[]; unit: string; words: CohortWords };

export function RetentionTable({ cohorts, unit, words }: Props) {
  const text = useText();
  const format = useFormat();
  const columns = Math.max(...cohorts.map((cohort) => cohort.active.length));
  const largest = largestShare(cohorts);
  return (
    <>
      <ScrollRegion label={text("retention-title")}>
        <table className="heat">
          <caption className="visually-hidden">{text("retention-title")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("retention-cohort")}</th>
              <th scope="col" className="numeric">
                {text("retention-size")}
              </th>
              {Array.from({ length: columns }, (_, month) => (
                <th key={month} scope="col" className="heat-month">
                  <span className="visually-hidden">{words.later(month)}</span>
                  <span aria-hidden="true">{month}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <tr key={cohort.from}>
                <th scope="row">
                  <Link to={words.cohortPath(cohort)} preventScrollReset>
                    {words.name(cohort)}
                  </Link>
                </th>
                <td className="numeric">{format.number(cohort.size)}</td>
                {cohort.active.map((active, month) => (
                  <HeatCell
                    key={month}
                    cohort={cohort}
                    month={month}
                    active={active}
                    largest={largest}
                    unit={unit}
                    words={words}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Legend largest={largest} label={words.legend} />
    </>
  );
}

/** The first month is always everyone, so it does not set the scale. */
function largestShare(cohorts: Cohort[]): number {
  const shares = cohorts.flatMap(({ size, active }) => active.slice(1).map((count) => (size > 0 ? count / size : 0)));
  return Math.max(0, ...shares);
}

type CellProps = {
  cohort: Cohort;
  month: number;
  active: number;
  largest: number;
  unit: string;
  words: CohortWords;
};

function HeatCell({ cohort, month, active, largest, unit, words }: CellProps) {
  const format = useFormat();
  const share = cohort.size > 0 ? active / cohort.size : 0;
  const full = words.cell(cohort, month, format.share(share));
  return (
    <td className={`heat-cell heat-${heatStep(share, largest)}`}>
      <Link to={words.cellPath(cohort, month)} preventScrollReset aria-label={full} title={full}>
        {unit === "count" ? format.number(active) : format.share(share)}
      </Link>
    </td>
  );
}

function Legend({ largest, label }: { largest: number; label: string }) {
  const format = useFormat();
  if (!(largest > 0)) return null;
  const bounds = heatBounds(largest);
  return (
    <p className="heat-legend">
      <span className="muted">{label}</span>
      {bounds.map((bound, index) => (
        <span key={bound} className={`heat-swatch heat-${index + 1}`}>
          {index + 1 < bounds.length ? `≤ ${format.share(bound)}` : `> ${format.share(bounds[index - 1] ?? 0)}`}
        </span>
      ))}
    </p>
  );
}
