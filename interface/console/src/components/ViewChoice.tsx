/** Whether figures are shown as a chart or as a table. */
import { Segmented } from "antd";
import { useText } from "../i18n/useText";

type Props = { value: string; change: (view: string) => void };

export function ViewChoice({ value, change }: Props) {
  const text = useText();
  return (
    <Segmented<string>
      aria-label={text("trend-view")}
      value={value}
      options={[
        { value: "chart", label: text("trend-chart") },
        { value: "table", label: text("trend-table") },
      ]}
      onChange={change}
    />
  );
}
