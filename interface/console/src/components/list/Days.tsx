/** A period of two calendar days; either end may be open. */
import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useText } from "../../i18n/useText";

type Props = {
  from: string | undefined;
  to: string | undefined;
  fromLabel: string;
  toLabel: string;
  change: (period: { from?: string; to?: string }) => void;
  /** Whether an end may be left open. */
  open?: boolean;
};

const FORMAT = "YYYY-MM-DD";

export function Days({ from, to, fromLabel, toLabel, change, open = true }: Props) {
  const text = useText();
  const day = (value: string | undefined) => (value ? dayjs(value, FORMAT) : null);
  const shown = { format: FORMAT, inputReadOnly: false, allowClear: open, showNow: false, className: "day" };
  return (
    <span className="days" role="group" aria-label={`${fromLabel} – ${toLabel}`}>
      <DatePicker
        {...shown}
        aria-label={fromLabel}
        placeholder={fromLabel}
        value={day(from)}
        maxDate={day(to) ?? undefined}
        onChange={(value) => change({ from: value ? value.format(FORMAT) : undefined, to })}
      />
      <span className="muted">{text("period-to")}</span>
      <DatePicker
        {...shown}
        aria-label={toLabel}
        placeholder={toLabel}
        value={day(to)}
        minDate={day(from) ?? undefined}
        onChange={(value) => change({ from, to: value ? value.format(FORMAT) : undefined })}
      />
    </span>
  );
}
