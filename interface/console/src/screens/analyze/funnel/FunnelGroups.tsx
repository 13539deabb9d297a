/** A funnel broken down: people of each group at each step, with their share of the group's first step. */
import type { FunnelReport } from "../../../api/types";
import { CsvButton } from "../../../components/CsvButton";
import { type Column, DataTable } from "../../../components/DataTable";
import { eventName } from "../../../components/event/eventText";
import type { List } from "../../../components/list/useListState";
import { Panel } from "../../../components/Panel";
import { PeopleLink } from "../../../components/people/PeopleLink";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import { columnName } from "../columnName";
import { type FunnelFields, writePeople } from "./funnelState";

/** `text` is null where the event has none; `all` marks the sum of the groups that are not named. */
type Row = { text: string | null; people: number[]; others?: true };

export function FunnelGroups({ report, list }: { report: FunnelReport; list: List<FunnelFields> }) {
  const text = useText();
  const others: Row[] = (report.rest[0] ?? 0) > 0 ? [{ text: null, people: report.rest, others: true }] : [];
  const rows: Row[] = [...report.groups, ...others];
  const nameOf = (row: Row) => (row.others ? text("funnel-group-others") : (row.text ?? text("funnel-group-none")));
  const title = text("funnel-groups", { column: columnName(text, report.by ?? "") });
  const events = report.steps.map(({ event }) => eventName(text, event));
  const steps = events.map((event, index): Column<Row> => {
    const step = index + 1;
    return {
      key: String(step),
      header: `${step}. ${event}`,
      numeric: true,
      render: (row) => <GroupCell row={row} step={step} list={list} />,
    };
  });
  return (
    <Panel
      title={title}
      actions={
        <CsvButton
          name={`funnel-${report.by}-${report.from}-${report.to}`}
          header={[columnName(text, report.by ?? ""), ...report.steps.map(({ event }) => event)]}
          rows={() => rows.map((row) => [nameOf(row), ...row.people])}
        />
      }
      flush
    >
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => (row.others ? "others" : `group ${row.text}`)}
        columns={[
          { key: "group", header: columnName(text, report.by ?? ""), rowHeader: true, render: nameOf },
          ...steps,
        ]}
      />
    </Panel>
  );
}

function GroupCell({ row, step, list }: { row: Row; step: number; list: List<FunnelFields> }) {
  const format = useFormat();
  const people = row.people[step - 1] ?? 0;
  const first = row.people[0] ?? 0;
  const share = first > 0 ? people / first : 0;
  const group = row.text === null ? { group: undefined, rest: "none" } : { group: row.text, rest: undefined };
  const address = list.address({ people: writePeople({ step, dropped: false }), ...group });
  return (
    <>
      <span className="group-count">
        {row.others ? <span>{format.number(people)}</span> : <PeopleLink to={address} count={people} />}
        <span className="muted small">{format.share(share)}</span>
      </span>
      <span className="bar" aria-hidden="true">
        <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
      </span>
    </>
  );
}
