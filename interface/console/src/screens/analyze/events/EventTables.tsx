/** Events by kind and by source: a bar for the share and the numbers. */
import { Link } from "react-router";
import type { EventsReport } from "../../../api/types";
import { CsvButton } from "../../../components/CsvButton";
import { DataTable } from "../../../components/DataTable";
import { kindName } from "../../../components/event/kinds";
import type { List } from "../../../components/list/useListState";
import { Panel } from "../../../components/Panel";
import { PeopleLink } from "../../../components/people/PeopleLink";
import { sourcePath } from "../../../components/paths";
import { usePermission } from "../../../components/state/NoPermission";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import type { EventFields } from "./Events";

type Props = { report: EventsReport; list: List<EventFields> };

export function ByKind({ report, list, hasPeople }: Props & { hasPeople: boolean }) {
  const text = useText();
  const format = useFormat();
  const largest = report.kinds[0]?.events ?? 0;
  const others = report.other.reduce((sum, value) => sum + value, 0);
  return (
    <Panel
      title={text("events-by-kind")}
      note={hasPeople ? text("events-by-kind-note") : undefined}
      actions={
        report.kinds.length > 0 && (
          <CsvButton
            name="events-by-kind"
            header={[text("column-event"), text("figure-events")]}
            rows={() => report.kinds.map(({ kind, events }) => [kind, events])}
          />
        )
      }
      flush
    >
      {report.kinds.length === 0 ? (
        <p className="muted pad">{text("events-none")}</p>
      ) : (
        <div className="tall">
          <DataTable
            caption={text("events-by-kind")}
            rows={report.kinds}
            rowKey={({ kind }) => kind}
            columns={[
              {
                key: "kind",
                header: text("column-event"),
                rowHeader: true,
                render: ({ kind, events }) => (
                  <>
                    <Link to={list.address({ kind })} preventScrollReset>
                      {kindName(text, kind)}
                    </Link>
                    <Bar value={events} largest={largest} />
                  </>
                ),
              },
              {
                key: "events",
                header: text("figure-events"),
                numeric: true,
                render: ({ kind, events }) =>
                  hasPeople ? (
                    <PeopleLink
                      to={list.address({ people: kind })}
                      count={events}
                      label={text("events-people-count", { count: events, event: kindName(text, kind) })}
                    />
                  ) : (
                    format.number(events)
                  ),
              },
            ]}
          />
          {others > 0 && <p className="muted pad small">{text("events-others", { count: others })}</p>}
        </div>
      )}
    </Panel>
  );
}

export function BySource({ report, list }: Props) {
  const text = useText();
  const format = useFormat();
  const opens = usePermission("settings:read");
  const largest = report.sources[0]?.events ?? 0;
  return (
    <Panel
      title={text("events-by-source")}
      actions={
        report.sources.length > 0 && (
          <CsvButton
            name="events-by-source"
            header={[text("event-column-source"), text("source-id"), text("figure-events")]}
            rows={() => report.sources.map(({ name, source_id, events }) => [name, source_id, events])}
          />
        )
      }
      flush
    >
      {report.sources.length === 0 ? (
        <p className="muted pad">{text("events-none")}</p>
      ) : (
        <DataTable
          caption={text("events-by-source")}
          rows={report.sources}
          rowKey={({ source_id }) => source_id ?? "own"}
          columns={[
            {
              key: "source",
              header: text("event-column-source"),
              rowHeader: true,
              render: ({ source_id, name, events }) => (
                <>
                  {source_id ? (
                    <Link to={list.address({ source: source_id })} preventScrollReset>
                      {name ?? source_id}
                    </Link>
                  ) : (
                    text("events-source-own")
                  )}
                  <Bar value={events} largest={largest} />
                </>
              ),
            },
            {
              key: "events",
              header: text("figure-events"),
              numeric: true,
              render: ({ source_id, events }) =>
                source_id && opens ? (
                  <Link to={sourcePath(source_id, { tab: "debugger" })}>{format.number(events)}</Link>
                ) : (
                  format.number(events)
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

function Bar({ value, largest }: { value: number; largest: number }) {
  const share = largest > 0 ? value / largest : 0;
  return (
    <span className="bar" aria-hidden="true">
      <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
    </span>
  );
}
