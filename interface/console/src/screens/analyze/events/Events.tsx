/** What happens now and lately: events over time, by kind and by source, and what was refused. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { Suspense, lazy } from "react";
import { type EventsQuery, eventsQuery } from "../../../api/behaviour";
import type { EventsReport } from "../../../api/types";
import { CsvButton } from "../../../components/CsvButton";
import { DataTable } from "../../../components/DataTable";
import { kindName } from "../../../components/event/kinds";
import { type Chip, FilterChips } from "../../../components/list/FilterChips";
import { anId, anyText, oneOf } from "../../../components/list/listState";
import { type List, useListState } from "../../../components/list/useListState";
import { LiveBar } from "../../../components/live/LiveBar";
import { useLive } from "../../../components/live/useLive";
import { PageHeading } from "../../../components/PageHeading";
import { Panel } from "../../../components/Panel";
import { PeopleSheet } from "../../../components/people/PeopleSheet";
import { Bone, Loading } from "../../../components/state/Bones";
import { Loaded } from "../../../components/state/Loaded";
import { Notice } from "../../../components/state/Notice";
import { ViewChoice } from "../../../components/ViewChoice";
import { wordOf } from "../../../components/event/eventText";
import { type Format, useFormat } from "../../../i18n/useFormat";
import { msg, useText } from "../../../i18n/useText";
import { CoverageNote } from "../CoverageNote";
import { useToday } from "../PeriodChoice";
import { lastDays } from "../period";
import { ByKind, BySource } from "./EventTables";
import { LastErrors } from "./LastErrors";

const BarsChart = lazy(() => import("../../../components/chart/BarsChart"));

/** How far back, and how often it is asked again: minutes change as one looks, days do not. */
const RANGES = {
  hour: { name: msg("events-hour"), everyMs: 4_000 },
  day: { name: msg("events-day"), everyMs: 30_000 },
  week: { name: msg("events-week"), everyMs: 60_000 },
  month: { name: msg("events-month"), everyMs: 60_000 },
} as const;
type Range = keyof typeof RANGES;

const KINDS_SHOWN = 20;

const FIELDS = {
  range: oneOf(...Object.keys(RANGES)),
  kind: anyText,
  source: anId("src"),
  view: oneOf("chart", "table"),
  people: anyText,
};
export type EventFields = typeof FIELDS;

const UNITS: Record<string, string> = {
  minute: msg("events-by-minute"),
  hour: msg("events-by-hour"),
  day: msg("trend-by-day"),
};

export function Component() {
  const text = useText();
  const list = useListState(FIELDS);
  const range = (list.filters.range ?? "hour") as Range;
  const live = useLive(RANGES[range].everyMs);
  const ask = askOf(range, list.filters.source, useToday());
  const query = useQuery({ ...eventsQuery(ask), refetchInterval: live.interval });
  return (
    <>
      <PageHeading title={text("nav-live-events")} note={text("events-note")} />
      <div className="report">
        <div className="filters">
          <Segmented<string>
            aria-label={text("period-name")}
            value={range}
            options={Object.entries(RANGES).map(([value, { name }]) => ({ value, label: text(name) }))}
            onChange={(next) => list.filter({ range: next, people: undefined })}
          />
          <LiveBar live={live} query={query} />
        </div>
        <EventChips list={list} report={query.data} />
        <Loaded query={query} bones={<EventsBones />}>
          {(report) => (
            <div className={query.isPlaceholderData ? "report stale" : "report"} aria-busy={query.isPlaceholderData}>
              <CoverageNote coverage={report.coverage} />
              <OverTime report={report} list={list} />
              <div className="columns">
                <ByKind report={report} list={list} hasPeople={ask.from !== undefined} />
                <BySource report={report} list={list} />
              </div>
            </div>
          )}
        </Loaded>
        <LastErrors interval={live.interval} />
      </div>
      <EventPeople list={list} ask={ask} />
    </>
  );
}

function askOf(range: Range, source: string | undefined, today: string): EventsQuery {
  const events = source ? { events: `*[source=${source}]` } : {};
  if (range === "hour") return { ...events, minutes: 60, unit: "minute", kinds: KINDS_SHOWN };
  if (range === "day") return { ...events, minutes: 24 * 60, unit: "hour", kinds: KINDS_SHOWN };
  return { ...events, ...lastDays(range === "week" ? 7 : 30, today), unit: "day", kinds: KINDS_SHOWN };
}

function EventChips({ list, report }: { list: List<EventFields>; report: EventsReport | undefined }) {
  const text = useText();
  const { kind, source } = list.filters;
  const name = report?.sources.find(({ source_id }) => source_id === source)?.name ?? source;
  const chips: Chip[] = [];
  if (kind) {
    const label = text("chip-kind", { value: kindName(text, kind) });
    chips.push({ key: "kind", label, remove: () => list.filter({ kind: undefined }) });
  }
  if (source) {
    const label = text("chip-source", { value: name ?? "" });
    chips.push({ key: "source", label, remove: () => list.filter({ source: undefined }) });
  }
  if (chips.length === 0) return null;
  return <FilterChips chips={chips} clear={() => list.filter({ kind: undefined, source: undefined })} />;
}

function pointName(format: Format, unit: string, point: string, full: boolean): string {
  if (unit === "day") return full ? format.date(point) : format.dayOfInstant(point);
  return full ? format.dateTime(point) : format.time(point);
}

function OverTime({ report, list }: { report: EventsReport; list: List<EventFields> }) {
  const text = useText();
  const format = useFormat();
  const { kind } = list.filters;
  const view = list.filters.view ?? "chart";
  const values = kind ? (report.kinds.find((row) => row.kind === kind)?.points ?? report.points.map(() => 0)) : report.total;
  const sum = values.reduce((all, value) => all + value, 0);
  const title = kind ? kindName(text, kind) : text("events-all");
  const rows = report.points.map((point, index) => ({ point, value: values[index] ?? 0 }));
  return (
    <Panel
      title={title}
      note={`${text(UNITS[report.unit] ?? "trend-by-day")} · ${text("events-sum", {
        events: format.number(sum),
        people: format.number(report.people),
      })}`}
      actions={
        <>
          <ViewChoice value={view} change={(next) => list.filter({ view: next }, true)} />
          <CsvButton
            name={`events-${kind ?? "all"}`}
            header={[text("events-time"), text("figure-events")]}
            rows={() => rows.map(({ point, value }) => [point, value])}
          />
        </>
      }
      flush={view === "table"}
    >
      {sum === 0 && (
        <Notice icon="pulse" title={text("events-empty")}>
          <p>{text("events-empty-help")}</p>
        </Notice>
      )}
      {sum > 0 && view === "chart" && (
        <Suspense fallback={<Bone height={280} />}>
          <BarsChart
            name={text("figure-events")}
            bars={rows.map(({ point, value }) => ({
              label: pointName(format, report.unit, point, false),
              name: pointName(format, report.unit, point, true),
              value,
            }))}
          />
        </Suspense>
      )}
      {sum > 0 && view === "table" && (
        <div className="tall" role="region" aria-label={title} tabIndex={0}>
          <DataTable
            caption={title}
            rows={rows.toReversed()}
            rowKey={({ point }) => point}
            columns={[
              {
                key: "time",
                header: text("events-time"),
                rowHeader: true,
                render: ({ point }) => pointName(format, report.unit, point, true),
              },
              {
                key: "events",
                header: text("figure-events"),
                numeric: true,
                render: ({ value }) => format.number(value),
              },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}

/** Whoever did an event of a kind in these days had a session with it. */
function EventPeople({ list, ask }: { list: List<EventFields>; ask: EventsQuery }) {
  const text = useText();
  const { people, source } = list.filters;
  if (!people || ask.from === undefined) return null;
  const events = `${wordOf(people)}${source ? `[source=${source}]` : ""}`;
  return (
    <PeopleSheet
      title={text("events-people", { event: kindName(text, people) })}
      ask={{ of: "sessions", query: { events, from: ask.from, to: ask.to } }}
      close={() => list.filter({ people: undefined }, true)}
    />
  );
}

function EventsBones() {
  return (
    <Loading>
      <div className="panel bones-block">
        <Bone width="20%" height={18} />
        <Bone height={280} />
      </div>
      <div className="columns">
        <div className="panel bones-block">
          <Bone height={160} />
        </div>
        <div className="panel bones-block">
          <Bone height={160} />
        </div>
      </div>
    </Loading>
  );
}
