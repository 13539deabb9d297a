/** How a figure went over the period, as a chart or as a table of the same numbers. */
import { Segmented } from "antd";
import { Suspense, lazy } from "react";
import { Link } from "react-router";
import type { Overview, TrendPoint } from "../../api/types";
import { DataTable } from "../../components/DataTable";
import type { List } from "../../components/list/useListState";
import { Panel } from "../../components/Panel";
import { Bone } from "../../components/state/Bones";
import { type Format, useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";
import { METRICS, type Metric, type ReportFields } from "./reportFields";
import { rowsBehind } from "./rowsBehind";

const TrendChart = lazy(() => import("./TrendChart"));

export const METRIC_NAMES: Record<Metric, string> = {
  revenue: msg("figure-revenue"),
  orders: msg("figure-orders"),
  customers: msg("figure-customers"),
  returns: msg("figure-returns"),
};

const BUCKET_NAMES: Record<string, string> = {
  day: msg("trend-by-day"),
  week: msg("trend-by-week"),
  month: msg("trend-by-month"),
};

export function bucketName(format: Format, bucket: string, point: TrendPoint): string {
  if (bucket === "day") return format.day(point.from);
  if (bucket === "week") return format.period(point.from, point.to);
  return format.month(point.from.slice(0, 7));
}

type Props = { report: Overview; list: List<ReportFields> };

export function Trend({ report, list }: Props) {
  const text = useText();
  const metric = (list.filters.metric ?? "revenue") as Metric;
  const view = list.filters.trend ?? "chart";
  const { bucket, points } = report.trend;
  const metrics = (
    <Segmented<Metric>
      aria-label={text("trend-metric")}
      value={metric}
      options={METRICS.map((name) => ({ value: name, label: text(METRIC_NAMES[name]) }))}
      onChange={(next) => list.filter({ metric: next }, true)}
    />
  );
  const views = (
    <Segmented<string>
      aria-label={text("trend-view")}
      value={view}
      options={[
        { value: "chart", label: text("trend-chart") },
        { value: "table", label: text("trend-table") },
      ]}
      onChange={(next) => list.filter({ trend: next }, true)}
    />
  );
  return (
    <Panel
      title={text("trend-title")}
      note={text(BUCKET_NAMES[bucket] ?? "trend-by-day")}
      actions={
        <>
          {view === "chart" && metrics}
          {views}
        </>
      }
      flush={view === "table"}
    >
      {points.length === 0 && <p className="muted pad">{text("report-nothing")}</p>}
      {points.length > 0 && view === "table" && <TrendTable report={report} />}
      {points.length > 0 && view === "chart" && (
        <Suspense fallback={<Bone height={280} />}>
          <TrendChart report={report} metric={metric} />
        </Suspense>
      )}
    </Panel>
  );
}

function TrendTable({ report }: { report: Overview }) {
  const text = useText();
  const format = useFormat();
  const rows = rowsBehind(report);
  const { bucket, points } = report.trend;
  return (
    <div className="tall">
      <DataTable
        caption={text("trend-title")}
        rows={points}
        rowKey={(point) => point.from}
        columns={[
          {
            key: "period",
            header: text("period-name"),
            rowHeader: true,
            render: (point) => <Link to={rows.ordersOf(point)}>{bucketName(format, bucket, point)}</Link>,
          },
          {
            key: "revenue",
            header: text("figure-revenue"),
            numeric: true,
            render: (point) => format.money(point.revenue),
          },
          {
            key: "orders",
            header: text("figure-orders"),
            numeric: true,
            render: (point) => <Link to={rows.ordersOf(point)}>{format.number(point.orders)}</Link>,
          },
          {
            key: "customers",
            header: text("figure-customers"),
            numeric: true,
            render: (point) => <Link to={rows.membersOf(point)}>{format.number(point.customers)}</Link>,
          },
          {
            key: "returns",
            header: text("figure-returns"),
            numeric: true,
            render: (point) => <Link to={rows.returns(point)}>{format.money(point.returns)}</Link>,
          },
        ]}
      />
    </div>
  );
}
