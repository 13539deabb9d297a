/** The heat map of cohorts as a table: every cell has its number, and links to the members that it counts. */
import { Link } from "react-router";
import type { Cohort } from "../../api/types";
import { membersPath } from "../../components/paths";
import { ScrollRegion } from "../../components/ScrollRegion";
import { addMonths } from "../../i18n/calendar";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { heatBounds, heatStep } from "../../theme/heat";

type Props = { cohorts: Cohort[]; unit: string; currency: string };

export function RetentionTable({ cohorts, unit, currency }: Props) {
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
                  <span className="visually-hidden">{text("retention-month", { month })}</span>
                  <span aria-hidden="true">{month}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <tr key={cohort.month}>
                <th scope="row">
                  <Link to={membersPath({ cohort: cohort.month, currency })}>{format.month(cohort.month)}</Link>
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
                    currency={currency}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Legend largest={largest} />
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
  currency: string;
};

function HeatCell({ cohort, month, active, largest, unit, currency }: CellProps) {
  const text = useText();
  const format = useFormat();
  const share = cohort.size > 0 ? active / cohort.size : 0;
  const activeIn = addMonths(cohort.month, month);
  const full = text("retention-cell", {
    cohort: format.month(cohort.month),
    month: format.month(activeIn),
    active,
    size: cohort.size,
    share: format.share(share),
  });
  return (
    <td className={`heat-cell heat-${heatStep(share, largest)}`}>
      <Link to={membersPath({ cohort: cohort.month, active_in: activeIn, currency })} aria-label={full} title={full}>
        {unit === "count" ? format.number(active) : format.share(share)}
      </Link>
    </td>
  );
}

function Legend({ largest }: { largest: number }) {
  const text = useText();
  const format = useFormat();
  if (!(largest > 0)) return null;
  const bounds = heatBounds(largest);
  return (
    <p className="heat-legend">
      <span className="muted">{text("retention-legend")}</span>
      {bounds.map((bound, index) => (
        <span key={bound} className={`heat-swatch heat-${index + 1}`}>
          {index + 1 < bounds.length ? `≤ ${format.share(bound)}` : `> ${format.share(bounds[index - 1] ?? 0)}`}
        </span>
      ))}
    </p>
  );
}
