/** What people do one after the other within a session: sessions, the way through the first events, and transitions. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import { Suspense, lazy } from "react";
import { type PathsQuery, pathsQuery, sessionsQuery } from "../../../api/behaviour";
import type { PathsReport, SessionsReport } from "../../../api/types";
import { CsvButton } from "../../../components/CsvButton";
import { KindPicker } from "../../../components/event/KindPicker";
import { Figures } from "../../../components/Figures";
import { Choice } from "../../../components/list/Choice";
import { aDay, anyText, oneOf } from "../../../components/list/listState";
import { type List, useListState } from "../../../components/list/useListState";
import { PageHeading } from "../../../components/PageHeading";
import { Panel } from "../../../components/Panel";
import { PeopleSheet } from "../../../components/people/PeopleSheet";
import { ScrollRegion } from "../../../components/ScrollRegion";
import { Bone, DetailBones, Loading } from "../../../components/state/Bones";
import { Loaded } from "../../../components/state/Loaded";
import { Notice } from "../../../components/state/Notice";
import { ViewChoice } from "../../../components/ViewChoice";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import { CoverageNote } from "../CoverageNote";
import { PeriodChoice, useToday } from "../PeriodChoice";
import { PERIOD_FIELDS, type Period, periodOf } from "../period";
import { nodeName, nodesName, readNodes, writeNodes } from "./nodes";
import { PathTable, TransitionTable } from "./PathTables";
import { SessionDays } from "./SessionDays";

const PathsChart = lazy(() => import("./PathsChart"));

/** More rows make the chart a knot. */
const ROWS = 30;

const FIELDS = {
  ...PERIOD_FIELDS,
  anchor: oneOf("starting", "ending"),
  kind: anyText,
  pages: oneOf("true"),
  view: oneOf("chart", "table"),
  days: oneOf("chart", "table"),
  transition: (value: string) => readNodes(value)?.length === 2,
  path: (value: string) => readNodes(value) !== null,
  sessions: (value: string) => ["all", "bounced"].includes(value) || aDay(value),
};
export type PathFields = typeof FIELDS;

export function Component() {
  const text = useText();
  const list = useListState(FIELDS);
  const period = periodOf(list.filters, useToday());
  const ask = pathsAsk(list.filters, period);
  const paths = useQuery(pathsQuery({ ...ask, limit: ROWS }));
  const sessions = useQuery(sessionsQuery(period));
  return (
    <>
      <PageHeading title={text("nav-paths")} note={text("paths-note")} />
      <div className="report">
        <PathFilters list={list} period={period} />
        <Loaded query={sessions} bones={<DetailBones />}>
          {(report) => <SessionFigures report={report} list={list} />}
        </Loaded>
        <Loaded query={paths} bones={<PathsBones />}>
          {(report) => (
            <div className={paths.isPlaceholderData ? "report stale" : "report"} aria-busy={paths.isPlaceholderData}>
              <PathsResult report={report} list={list} />
            </div>
          )}
        </Loaded>
        {sessions.data && sessions.data.all.sessions > 0 && <SessionDays report={sessions.data} list={list} />}
      </div>
      <PathPeople list={list} ask={ask} period={period} />
    </>
  );
}

function pathsAsk({ anchor, kind, pages }: List<PathFields>["filters"], period: Period): PathsQuery {
  const anchored = kind ? { [anchor ?? "starting"]: kind } : {};
  return { ...period, ...anchored, ...(pages ? { by_page: true } : {}) };
}

function PathFilters({ list, period }: { list: List<PathFields>; period: Period }) {
  const text = useText();
  const { filters, filter } = list;
  return (
    <div className="filters">
      <PeriodChoice period={period} change={({ from, to }) => filter({ from, to })} />
      <Choice
        label={text("paths-anchor")}
        value={filters.anchor ?? "starting"}
        options={[
          { value: "starting", label: text("paths-starting") },
          { value: "ending", label: text("paths-ending") },
        ]}
        change={(anchor) => filter({ anchor, transition: undefined, path: undefined })}
        width={130}
      />
      <KindPicker
        label={text("paths-kind")}
        any={text("paths-kind-any")}
        value={filters.kind}
        change={(kind) => filter({ kind, transition: undefined, path: undefined })}
      />
      <Checkbox
        checked={filters.pages === "true"}
        onChange={(event) =>
          filter({ pages: event.target.checked ? "true" : undefined, transition: undefined, path: undefined })
        }
      >
        {text("paths-by-page")}
      </Checkbox>
    </div>
  );
}

function SessionFigures({ report, list }: { report: SessionsReport; list: List<PathFields> }) {
  const text = useText();
  const format = useFormat();
  const { all, median_seconds, p90_seconds } = report;
  if (all.sessions === 0) return null;
  const everyone = list.address({ sessions: "all" });
  const time = (seconds: number | null) => (seconds === null ? "—" : format.duration(seconds));
  return (
    <Figures
      figures={[
        { key: "sessions", label: text("figure-sessions"), value: format.number(all.sessions), to: everyone },
        { key: "people", label: text("figure-people"), value: format.number(all.people), to: everyone },
        {
          key: "bounce",
          label: text("figure-bounce-rate"),
          value: all.bounce_rate === null ? "—" : format.share(all.bounce_rate),
          note: text("figure-bounce-note", { count: all.bounced }),
          to: list.address({ sessions: "bounced" }),
        },
        {
          key: "events",
          label: text("figure-events-per-session"),
          value: all.events_per_session === null ? "—" : format.number(Math.round(all.events_per_session * 10) / 10),
        },
        {
          key: "length",
          label: text("figure-session-length"),
          value: time(median_seconds),
          note: text("figure-session-p90", { time: time(p90_seconds) }),
        },
      ]}
    />
  );
}

function PathsResult({ report, list }: { report: PathsReport; list: List<PathFields> }) {
  const text = useText();
  const format = useFormat();
  const view = list.filters.view ?? "chart";
  if (report.paths.length === 0 && report.transitions.length === 0) {
    return (
      <Notice icon="branch" title={text("paths-empty")}>
        <p>{text("paths-empty-help")}</p>
      </Notice>
    );
  }
  const shown = report.paths.reduce((sum, { sessions }) => sum + sessions, 0);
  return (
    <>
      <CoverageNote coverage={report.coverage} />
      <Panel
        title={text("paths-title")}
        note={text("paths-shown", { shown: format.number(shown), all: format.number(shown + report.paths_other) })}
        actions={
          <>
            <ViewChoice value={view} change={(next) => list.filter({ view: next }, true)} />
            <CsvButton
              name={`paths-${report.from}-${report.to}`}
              header={[text("paths-path"), text("figure-sessions")]}
              rows={() => report.paths.map(({ nodes, sessions }) => [writeNodes(nodes), sessions])}
            />
          </>
        }
        flush={view === "table"}
      >
        {view === "table" ? (
          <PathTable report={report} list={list} />
        ) : (
          <ScrollRegion label={text("paths-title")}>
            <Suspense fallback={<Bone height={420} />}>
              <PathsChart report={report} ending={list.filters.anchor === "ending" && list.filters.kind !== undefined} />
            </Suspense>
          </ScrollRegion>
        )}
      </Panel>
      <Panel
        title={text("transitions-title")}
        note={text("transitions-note")}
        actions={
          <CsvButton
            name={`transitions-${report.from}-${report.to}`}
            header={[text("transition-from"), text("transition-to"), text("figure-times")]}
            rows={() =>
              report.transitions.map(({ from, to, count }) => [nodeName(text, from), nodeName(text, to), count])
            }
          />
        }
        flush
      >
        <TransitionTable report={report} list={list} />
      </Panel>
    </>
  );
}

type PeopleProps = { list: List<PathFields>; ask: PathsQuery; period: Period };

function PathPeople({ list, ask, period }: PeopleProps) {
  const text = useText();
  const format = useFormat();
  const { transition, path, sessions } = list.filters;
  const close = () => list.filter({ transition: undefined, path: undefined, sessions: undefined }, true);
  if (transition || path) {
    const nodes = readNodes(transition ?? path ?? "") ?? [];
    const which = transition ? { transition } : { path };
    return (
      <PeopleSheet
        title={transition ? text("transition-people") : text("path-people")}
        note={nodesName(text, nodes)}
        ask={{ of: "paths", query: { ...ask, ...which } }}
        close={close}
      />
    );
  }
  if (!sessions) return null;
  const title =
    sessions === "all"
      ? text("sessions-people")
      : sessions === "bounced"
        ? text("sessions-people-bounced")
        : text("sessions-people-day", { day: format.day(sessions) });
  const which = sessions === "bounced" ? { bounced: true } : sessions === "all" ? {} : { day: sessions };
  return <PeopleSheet title={title} ask={{ of: "sessions", query: { ...period, ...which } }} close={close} />;
}

function PathsBones() {
  return (
    <Loading>
      <div className="panel bones-block">
        <Bone width="20%" height={18} />
        <Bone height={360} />
      </div>
    </Loading>
  );
}
