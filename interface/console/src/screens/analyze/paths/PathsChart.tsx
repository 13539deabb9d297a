/** Paths as a Sankey chart: what came first, second and so on. The same paths stand in the table beside. */
import { SankeyChart } from "echarts/charts";
import { TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useMemo } from "react";
import type { PathsReport } from "../../../api/types";
import { useChart } from "../../../components/chart/useChart";
import { type Format, useFormat } from "../../../i18n/useFormat";
import { type Text, useText } from "../../../i18n/useText";
import { FONT_STACK } from "../../../theme/antdTheme";
import { type Appearance, CHART, PALETTES } from "../../../theme/palette";
import { useTheme } from "../../../theme/ThemeProvider";
import { flowOf } from "./flow";
import { nodeName, nodesName } from "./nodes";

register([SankeyChart, TooltipComponent, CanvasRenderer]);

type Props = { report: PathsReport; ending: boolean };

/** Letters of a name beside a node; the tooltip has the whole. */
const NAME_LETTERS_MAX = 24;

export default function PathsChart({ report, ending }: Props) {
  const text = useText();
  const format = useFormat();
  const { appearance } = useTheme();
  const option = useMemo(
    () => optionOf(report, ending, text, format, appearance),
    [report, ending, text, format, appearance],
  );
  const box = useChart(option);
  const [first] = report.paths;
  const most = first ? `${nodesName(text, first.nodes)}: ${format.number(first.sessions)}` : "";
  return <div ref={box} className="chart chart-still chart-paths" role="img" aria-label={`${text("paths-title")}. ${most}`} />;
}

function optionOf(report: PathsReport, ending: boolean, text: Text, format: Format, appearance: Appearance): EChartsCoreOption {
  const palette = PALETTES[appearance];
  const colour = CHART[appearance].current;
  const words = { color: palette.text, fontFamily: FONT_STACK, fontSize: 12 };
  const { nodes, links } = flowOf(report.paths, ending);
  const names = new Map(nodes.map(({ id, node }) => [id, nodeName(text, node)]));
  const short = (id: string) => {
    const name = names.get(id) ?? "";
    return name.length > NAME_LETTERS_MAX ? `${name.slice(0, NAME_LETTERS_MAX - 1)}…` : name;
  };
  const deepest = Math.max(0, ...nodes.map(({ place }) => place));
  return {
    animation: false,
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: palette.raised,
      borderColor: palette.line,
      textStyle: words,
      formatter: (params: unknown) => {
        const hit = params as { dataType: string; value: number; data: { name?: string; source?: string; target?: string } };
        const about =
          hit.dataType === "edge"
            ? `${names.get(hit.data.source ?? "")} → ${names.get(hit.data.target ?? "")}`
            : (names.get(hit.data.name ?? "") ?? "");
        return `${about}\n${text("figure-sessions")}  ${format.number(hit.value)}`;
      },
    },
    series: [
      {
        type: "sankey",
        left: 4,
        right: 130,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 12,
        draggable: false,
        emphasis: { focus: "adjacency" },
        data: nodes.map(({ id, place, sessions }) => ({
          name: id,
          depth: place,
          value: sessions,
          itemStyle: { color: colour, borderWidth: 0 },
          label: place === deepest && deepest > 0 ? { position: "right" } : {},
        })),
        links: links.map(({ source, target, sessions }) => ({ source, target, value: sessions })),
        lineStyle: { color: colour, opacity: appearance === "dark" ? 0.3 : 0.2, curveness: 0.5 },
        label: { ...words, position: "right", formatter: ({ name }: { name: string }) => short(name) },
      },
    ],
  };
}
