/** Which sales the report is about: period, customers, currency. */
import { Segmented } from "antd";
import type { Overview } from "../../api/types";
import { Choice } from "../../components/list/Choice";
import { Days } from "../../components/list/Days";
import type { List } from "../../components/list/useListState";
import { useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";
import { PRESETS, type Preset, type SalesDays, isPreset, periodOf, presetOf } from "./presets";
import type { ReportFields } from "./reportFields";

const PRESET_NAMES: Record<Preset, string> = {
  "7_days": msg("period-7-days"),
  "30_days": msg("period-30-days"),
  "90_days": msg("period-90-days"),
  this_month: msg("period-this-month"),
  last_month: msg("period-last-month"),
  "12_months": msg("period-12-months"),
  all: msg("period-all"),
};

type Props = { list: List<ReportFields>; report: Overview; days: SalesDays };

export function ReportFilters({ list, report, days }: Props) {
  const text = useText();
  const format = useFormat();
  const preset = presetOf(report, days);
  const named = PRESETS.map((name) => ({ value: name as string, label: text(PRESET_NAMES[name]) }));
  const options = preset ? named : [{ value: "own", label: text("period-own") }, ...named];
  return (
    <div className="filters">
      <Choice
        label={text("period-name")}
        value={preset ?? "own"}
        options={options}
        change={(name) => name && isPreset(name) && list.filter(periodOf(name, days))}
      />
      <Days
        from={report.from}
        to={report.to}
        fromLabel={text("period-from")}
        toLabel={text("period-until")}
        change={({ from, to }) => list.filter({ from, to })}
        open={false}
      />
      <Segmented<"known" | "all">
        aria-label={text("customers-name")}
        value={report.customers === "all" ? "all" : "known"}
        options={[
          { value: "known", label: text("customers-known") },
          { value: "all", label: text("customers-all") },
        ]}
        onChange={(customers) => list.filter({ customers })}
      />
      {report.currencies.length > 1 && (
        <Choice
          label={text("currency-name")}
          value={report.currency}
          options={report.currencies.map((code) => ({ value: code, label: `${code} · ${format.currencyName(code)}` }))}
          change={(currency) => list.filter({ currency })}
          width={190}
        />
      )}
    </div>
  );
}
