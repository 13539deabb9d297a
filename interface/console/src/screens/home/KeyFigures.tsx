/** The key figures of a period, each with its change and the way to its rows. */
import { Link } from "react-router";
import type { Figures, Overview } from "../../api/types";
import { Icon } from "../../components/Icon";
import { type Change, pointsChange, relativeChange } from "../../i18n/change";
import { type Format, useFormat } from "../../i18n/useFormat";
import { type Text, useText } from "../../i18n/useText";
import { type RowsBehind, rowsBehind } from "./rowsBehind";

type KeyFigure = {
  key: string;
  label: string;
  value: string;
  note?: string;
  change: Change;
  unit: "percent" | "points";
  /** Which direction is welcome. */
  good: "up" | "down";
  to: string;
};

type AmountOf = (figures: Figures) => { amount: string } | null;

export function KeyFigures({ report }: { report: Overview }) {
  const text = useText();
  const format = useFormat();
  const figures = keyFigures(report, rowsBehind(report), text, format);
  return (
    <ul className="key-figures" aria-label={text("figures-name")}>
      {figures.map((figure) => (
        <li key={figure.key}>
          <Link to={figure.to}>
            <span className="key-figure-label">{figure.label}</span>
            <span className="key-figure-value">{figure.value}</span>
            <span className="key-figure-foot">
              <ChangeMark figure={figure} />
              {figure.note && <span className="muted">{figure.note}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function keyFigures(report: Overview, rows: RowsBehind, text: Text, format: Format): KeyFigure[] {
  const { current, previous } = report;
  const relative = (of: (figures: Figures) => number) => relativeChange(of(current), of(previous));
  const amount = (of: AmountOf) => relative((figures) => Number(of(figures)?.amount ?? 0));
  return [
    {
      key: "revenue",
      label: text("figure-revenue"),
      value: format.money(current.revenue),
      note: text("figure-revenue-note", { units: current.units, lines: current.lines }),
      change: amount((figures) => figures.revenue),
      unit: "percent",
      good: "up",
      to: rows.orders(),
    },
    {
      key: "orders",
      label: text("figure-orders"),
      value: format.number(current.orders),
      change: relative((figures) => figures.orders),
      unit: "percent",
      good: "up",
      to: rows.orders(),
    },
    {
      key: "average",
      label: text("figure-average-order-value"),
      value: current.average_order_value ? format.money(current.average_order_value) : "—",
      change: amount((figures) => figures.average_order_value),
      unit: "percent",
      good: "up",
      to: rows.orders({ sort: "largest" }),
    },
    {
      key: "customers",
      label: text("figure-customers"),
      value: format.number(current.customers),
      change: relative((figures) => figures.customers),
      unit: "percent",
      good: "up",
      to: rows.members(),
    },
    ...laterFigures(report, rows, text, format, amount),
  ];
}

function laterFigures(
  { current, previous }: Overview,
  rows: RowsBehind,
  text: Text,
  format: Format,
  amount: (of: AmountOf) => Change,
): KeyFigure[] {
  return [
    {
      key: "repeat",
      label: text("figure-repeat-rate"),
      value: current.repeat_rate === null ? "—" : format.share(current.repeat_rate),
      note: text("figure-repeat-note", { count: current.repeat_customers }),
      change: pointsChange(current.repeat_rate, previous.repeat_rate),
      unit: "points",
      good: "up",
      to: rows.members({ orders_min: "2" }),
    },
    {
      key: "returns",
      label: text("figure-returns"),
      value: format.money(current.returned),
      note: returnsNote(current, text, format),
      change: amount((figures) => figures.returned),
      unit: "percent",
      good: "down",
      to: rows.returns(),
    },
    {
      key: "net",
      label: text("figure-net-revenue"),
      value: format.money(current.net_revenue),
      change: amount((figures) => figures.net_revenue),
      unit: "percent",
      good: "up",
      to: rows.orders(),
    },
  ];
}

function returnsNote({ returns, return_rate }: Figures, text: Text, format: Format): string {
  if (return_rate === null) return text("returns-count", { count: returns });
  return text("figure-returns-note", { count: returns, share: format.share(return_rate) });
}

/** Arrow, sign and words: the colour only repeats them. */
function ChangeMark({ figure: { change, unit, good } }: { figure: KeyFigure }) {
  const text = useText();
  const format = useFormat();
  if (change.kind === "none") return null;
  if (change.kind === "same") {
    return (
      <span className="change muted">
        <Icon name="level" size={12} />
        {text("change-same")}
      </span>
    );
  }
  const value =
    unit === "percent"
      ? format.signed(change.value, "percent")
      : text("change-points", { points: format.signed(change.value, "decimal") });
  return (
    <span className={change.kind === good ? "change good" : "change bad"}>
      <Icon name={change.kind} size={12} />
      {value}
    </span>
  );
}
