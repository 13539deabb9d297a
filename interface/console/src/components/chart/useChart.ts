/** A canvas of ECharts that follows its option and its size; parts are registered by the charts that need them. */
import { type EChartsCoreOption, type EChartsType, init } from "echarts/core";
import { type RefObject, useEffect, useRef } from "react";

export function useChart(
  option: EChartsCoreOption,
  clicked?: (chart: EChartsType, at: [number, number]) => void,
): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const open = useRef(clicked);
  useEffect(() => {
    open.current = clicked;
  });
  useEffect(() => {
    if (!box.current) return undefined;
    const drawn = init(box.current, null, { renderer: "canvas" });
    chart.current = drawn;
    drawn.getZr().on("click", (event) => open.current?.(drawn, [event.offsetX, event.offsetY]));
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  // The canvas stays while numbers change, so that a chart that is polled does not flicker.
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);
  return box;
}
