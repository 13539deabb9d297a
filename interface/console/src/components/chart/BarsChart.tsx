/**
 * Counts over time as bars. Tooltips are drawn on the canvas: the HTML ones carry style attributes, which the
 * content security policy refuses. The same numbers stand in the table beside.
 */
import { BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useMemo } from "react";
import { type Format, useFormat } from "../../i18n/useFormat";
import { FONT_STACK } from "../../theme/antdTheme";
import { type Appearance, CHART, PALETTES } from "../../theme/palette";
import { useTheme } from "../../theme/ThemeProvider";
import { useChart } from "./useChart";

register([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** `label` stands at the axis, `name` in the tooltip. */
export type Bar = { label: string; name: string; value: number };

type Props = {
  bars: Bar[];
  /** What is counted, for the tooltip and for readers. */
  name: string;
  open?: (index: number) => void;
};

export default function BarsChart({ bars, name, open }: Props) {
  const format = useFormat();
  const { appearance } = useTheme();
  const option = useMemo(() => optionOf(bars, name, format, appearance), [bars, name, format, appearance]);
  const box = useChart(option, (chart, at) => {
    if (!open || !chart.containPixel("grid", at)) return;
    const index = chart.convertFromPixel({ seriesIndex: 0 }, at)[0];
    if (index !== undefined && bars[index]) open(index);
  });
  return <div ref={box} className={open ? "chart" : "chart chart-still"} role="img" aria-label={summary(bars, name, format)} />;
}

/** What the chart shows, in a sentence: from the first to the last bar, and the highest. */
function summary(bars: Bar[], name: string, format: Format): string {
  const [first] = bars;
  const last = bars.at(-1);
  if (!first || !last) return name;
  const highest = bars.reduce((best, bar) => (bar.value > best.value ? bar : best));
  const told = [first, highest, last].map((bar) => `${bar.name}: ${format.number(bar.value)}`);
  return `${name}. ${[...new Set(told)].join("; ")}`;
}

function optionOf(bars: Bar[], name: string, format: Format, appearance: Appearance): EChartsCoreOption {
  const palette = PALETTES[appearance];
  const words = { color: palette.muted, fontFamily: FONT_STACK, fontSize: 12 };
  return {
    animation: false,
    color: [CHART[appearance].current],
    grid: { left: 4, right: 8, top: 16, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      confine: true,
      backgroundColor: palette.raised,
      borderColor: palette.line,
      textStyle: { ...words, color: palette.text },
      axisPointer: { type: "shadow" },
      formatter: (params: unknown) => {
        const [hit] = params as { dataIndex: number }[];
        const bar = hit && bars[hit.dataIndex];
        return bar ? `${bar.name}\n${name}  ${format.number(bar.value)}` : "";
      },
    },
    xAxis: {
      type: "category",
      data: bars.map(({ label }) => label),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { ...words, hideOverlap: true, margin: 10 },
    },
    yAxis: {
      type: "value",
      minInterval: 1,
      axisLabel: { ...words, formatter: (value: number) => format.number(value) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      { type: "bar", barMaxWidth: 28, barCategoryGap: "25%", itemStyle: { borderRadius: [3, 3, 0, 0] }, name, data: bars.map(({ value }) => value) },
    ],
  };
}
