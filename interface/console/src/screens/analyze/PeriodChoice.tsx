/** Which days a report on behaviour is about. */
import { Choice } from "../../components/list/Choice";
import { Days } from "../../components/list/Days";
import { dayIn } from "../../i18n/calendar";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { PERIODS, type Period, daysOf, lastDays } from "./period";

type Props = { period: Period; change: (period: Partial<Period>) => void };

export function PeriodChoice({ period, change }: Props) {
  const text = useText();
  const today = useToday();
  const days = daysOf(period, today);
  const named = PERIODS.map((count) => ({ value: String(count), label: text("period-days", { count }) }));
  return (
    <>
      <Choice
        label={text("period-name")}
        value={days ? String(days) : "own"}
        options={days ? named : [{ value: "own", label: text("period-own") }, ...named]}
        change={(count) => count && count !== "own" && change(lastDays(Number(count), today))}
      />
      <Days
        from={period.from}
        to={period.to}
        fromLabel={text("period-from")}
        toLabel={text("period-until")}
        change={change}
        open={false}
      />
    </>
  );
}

export function useToday(): string {
  const { timeZone } = useFormat();
  return dayIn(timeZone, new Date());
}
