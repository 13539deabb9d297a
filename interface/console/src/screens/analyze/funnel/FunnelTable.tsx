/** The numbers of a funnel as a table. */
import type { FunnelReport } from "../../../api/types";
import { DataTable } from "../../../components/DataTable";
import { eventName } from "../../../components/event/eventText";
import type { List } from "../../../components/list/useListState";
import { PeopleLink } from "../../../components/people/PeopleLink";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import { type FunnelFields, writePeople } from "./funnelState";

export function FunnelTable({ report, list }: { report: FunnelReport; list: List<FunnelFields> }) {
  const text = useText();
  const format = useFormat();
  const rows = report.steps.map((step, index) => ({ ...step, number: index + 1 }));
  const share = (value: number | null) => (value === null ? "—" : format.share(value));
  const time = (seconds: number | null) => (seconds === null ? "—" : format.duration(seconds));
  const address = (step: number, dropped: boolean) =>
    list.address({ people: writePeople({ step, dropped }), group: undefined, rest: undefined });
  return (
    <DataTable
      caption={text("funnel-steps")}
      rows={rows}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: "event",
          header: text("column-event"),
          rowHeader: true,
          render: ({ number, event }) => `${number}. ${eventName(text, event)}`,
        },
        {
          key: "people",
          header: text("figure-people"),
          numeric: true,
          render: ({ number, people }) => <PeopleLink to={address(number, false)} count={people} />,
        },
        { key: "rate", header: text("funnel-rate"), numeric: true, render: ({ rate }) => share(rate) },
        {
          key: "before",
          header: text("funnel-rate-before"),
          numeric: true,
          render: ({ rate_from_before }) => share(rate_from_before),
        },
        {
          key: "dropped",
          header: text("funnel-dropped"),
          numeric: true,
          render: ({ number, dropped }) =>
            number === rows.length ? "—" : <PeopleLink to={address(number, true)} count={dropped} />,
        },
        { key: "median", header: text("funnel-median-time"), numeric: true, render: (row) => time(row.median_seconds) },
        { key: "p90", header: text("funnel-p90-time"), numeric: true, render: (row) => time(row.p90_seconds) },
      ]}
    />
  );
}
