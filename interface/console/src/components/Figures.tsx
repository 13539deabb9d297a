/** A row of named figures; those with rows behind them are links. */
import type { ReactNode } from "react";
import { Link } from "react-router";

export type Figure = { key: string; label: string; value: ReactNode; note?: ReactNode; to?: string };

export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ key, label, value, note, to }) => (
        <div key={key} className="figure">
          <dt>{label}</dt>
          <dd>
            {to ? <Link to={to}>{value}</Link> : value}
            {note && <span className="figure-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
