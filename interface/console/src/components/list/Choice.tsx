/** A filter with a few values to choose from. */
import { Select } from "antd";

type Option = { value: string; label: string };
type Props = {
  label: string;
  /** What stands for "no filter"; without it something is always chosen. */
  any?: string;
  value: string | undefined;
  options: Option[];
  change: (value: string | undefined) => void;
  /** Many options can be searched by their label. */
  searchable?: boolean;
  width?: number;
};

export function Choice({ label, any, value, options, change, searchable = false, width = 160 }: Props) {
  const all = any === undefined ? options : [{ value: "", label: any }, ...options];
  return (
    <Select<string>
      className="choice"
      aria-label={label}
      title={label}
      value={value ?? ""}
      options={all}
      onChange={(next) => change(next || undefined)}
      showSearch={searchable ? { optionFilterProp: "label" } : false}
      popupMatchSelectWidth={false}
      style={{ width }}
    />
  );
}
