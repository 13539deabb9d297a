/**
 * The trend as a chart. Only the needed parts of ECharts are loaded, and only with Home.
 *
 * Tooltips are drawn on the canvas: the HTML ones carry style attributes, which the content security policy
 * refuses. The same numbers stand in the table beside.
 */
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useMemo, useRef } from "react";
import { useNavigate } from "react-router";
import type { Overview, TrendPoint } from "../../api/types";
import { type Format, useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { FONT_STACK } from "../../theme/antdTheme";
import { CHART, PALETTES } from "../../theme/palette";
import { useTheme } from "../../theme/ThemeProvider";
import type { Metric } from "./reportFields";
import { rowsBehind } from "./rowsBehind";
import { METRIC_NAMES, bucketName } from "./Trend";

register([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

type Props = { report: Overview; metric: Metric };

export default function TrendChart({ report, metric }: Props) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { appearance, reducedMotion } = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const option = useMemo(
    () => chartOption(report, metric, format, appearance, text(METRIC_NAMES[metric]), !reducedMotion),
    [report, metric, format, appearance, reducedMotion, text],
  );
  useEffect(() => {
    if (!box.current) return undefined;
    const chart = init(box.current, null, { renderer: "canvas" });
    chart.setOption(option);
    const rows = rowsBehind(report);
    chart.getZr().on("click", (event) => {
      const at = [event.offsetX, event.offsetY];
      if (!chart.containPixel("grid", at)) return;
      const index = chart.convertFromPixel({ seriesIndex: 0 }, at)[0];
      const point = index === undefined ? undefined : report.trend.points[index];
      if (!point) return;
      void navigate(metric === "returns" ? rows.returns(point) : metric === "customers" ? rows.membersOf(point) : rows.ordersOf(point));
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, report, metric, navigate]);
  return <div ref={box} className="chart" role="img" aria-label={summary(report, metric, format, text(METRIC_NAMES[metric]))} />;
}

function valueOf(point: TrendPoint, metric: Metric): number {
  if (metric === "revenue" || metric === "returns") return Number(point[metric].amount);
  return point[metric];
}

function written(point: TrendPoint, metric: Metric, format: Format): string {
  if (metric === "revenue" || metric === "returns") return format.money(point[metric]);
  return format.number(point[metric]);
}

/** What the chart shows, in a sentence: from the first to the last point, and the highest. */
function summary({ trend }: Overview, metric: Metric, format: Format, name: string): string {
  const [first] = trend.points;
  const last = trend.points.at(-1);
  if (!first || !last) return name;
  const highest = trend.points.reduce((best, point) => (valueOf(point, metric) > valueOf(best, metric) ? point : best));
  const told = [first, highest, last].map(
    (point) => `${bucketName(format, trend.bucket, point)}: ${written(point, metric, format)}`,
  );
  return `${name}. ${[...new Set(told)].join("; ")}`;
}

function axisName(format: Format, bucket: string, point: TrendPoint): string {
  return bucket === "month" ? format.month(point.from.slice(0, 7)) : format.dayInYear(point.from);
}

function chartOption(
  report: Overview,
  metric: Metric,
  format: Format,
  appearance: "light" | "dark",
  name: string,
  animation: boolean,
): EChartsCoreOption {
  const palette = PALETTES[appearance];
  const colour = metric === "returns" ? CHART[appearance].second : CHART[appearance].current;
  const { bucket, points } = report.trend;
  const isMoney = metric === "revenue" || metric === "returns";
  const short = (value: number) => (isMoney ? format.moneyShort(value, report.currency) : format.number(value));
  const words = { color: palette.muted, fontFamily: FONT_STACK, fontSize: 12 };
  const values = points.map((point) => valueOf(point, metric));
  const line = { type: "line", showSymbol: points.length < 3, areaStyle: { opacity: 0.1 }, lineStyle: { width: 2 } };
  const bar = { type: "bar", barMaxWidth: 28, itemStyle: { borderRadius: [3, 3, 0, 0] } };
  return {
    animation,
    animationDuration: 300,
    color: [colour],
    grid: { left: 4, right: 8, top: 16, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      confine: true,
      backgroundColor: palette.raised,
      borderColor: palette.line,
      textStyle: { ...words, color: palette.text },
      formatter: (params: unknown) => {
        const [hit] = params as { dataIndex: number }[];
        const point = hit && points[hit.dataIndex];
        return point ? `${bucketName(format, bucket, point)}\n${name}  ${written(point, metric, format)}` : "";
      },
    },
    xAxis: {
      type: "category",
      data: points.map((point) => axisName(format, bucket, point)),
      boundaryGap: !isMoney,
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { ...words, hideOverlap: true, margin: 10 },
    },
    yAxis: {
      type: "value",
      minInterval: isMoney ? undefined : 1,
      axisLabel: { ...words, formatter: short },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [{ ...(isMoney ? line : bar), name, data: values }],
  };
}
