/** The funnel builder: steps in order, how many people came to each, and who they are. The address holds it all. */
import { useQuery } from "@tanstack/react-query";
import { funnelQuery } from "../../../api/behaviour";
import type { FunnelReport } from "../../../api/types";
import { CsvButton } from "../../../components/CsvButton";
import { eventName, writeEvent } from "../../../components/event/eventText";
import { Choice } from "../../../components/list/Choice";
import { type List, useListState } from "../../../components/list/useListState";
import { PageHeading } from "../../../components/PageHeading";
import { Panel } from "../../../components/Panel";
import { PeopleSheet } from "../../../components/people/PeopleSheet";
import { Bone, Loading } from "../../../components/state/Bones";
import { Loaded } from "../../../components/state/Loaded";
import { Notice } from "../../../components/state/Notice";
import { ViewChoice } from "../../../components/ViewChoice";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import { columnName } from "../columnName";
import { CoverageNote } from "../CoverageNote";
import { PeriodChoice, useToday } from "../PeriodChoice";
import { periodOf } from "../period";
import { FunnelBuilder } from "./FunnelBuilder";
import { FunnelGroups } from "./FunnelGroups";
import { FunnelSteps } from "./FunnelSteps";
import { FunnelTable } from "./FunnelTable";
import { COLUMNS, FUNNEL_FIELDS, type FunnelFields, WINDOWS, WINDOW_DEFAULT, funnelAsk, readPeople, stepsOf } from "./funnelState";

export function Component() {
  const text = useText();
  const list = useListState(FUNNEL_FIELDS);
  const period = periodOf(list.filters, useToday());
  const ask = funnelAsk(list.filters, period);
  const query = useQuery(funnelQuery(ask));
  return (
    <>
      <PageHeading title={text("nav-funnel")} note={text("funnel-note")} />
      <div className="report">
        <FunnelBuilder list={list} />
        <FunnelFilters list={list} />
        <Loaded query={query} bones={<FunnelBones />}>
          {(report) => (
            <div className={query.isPlaceholderData ? "report stale" : "report"} aria-busy={query.isPlaceholderData}>
              <FunnelResult report={report} list={list} />
            </div>
          )}
        </Loaded>
      </div>
      <FunnelPeople list={list} />
    </>
  );
}

function FunnelFilters({ list }: { list: List<FunnelFields> }) {
  const text = useText();
  const { filters, filter } = list;
  const windowDays = filters.window ?? String(WINDOW_DEFAULT);
  const windows = [...new Set([...WINDOWS.map(String), windowDays])].sort((a, b) => Number(a) - Number(b));
  const columns = [...new Set([...COLUMNS, ...(filters.by ? [filters.by] : [])])];
  return (
    <div className="filters">
      <PeriodChoice period={periodOf(filters, useToday())} change={({ from, to }) => filter({ from, to })} />
      <Choice
        label={text("funnel-window")}
        value={windowDays}
        options={windows.map((days) => ({ value: days, label: text("funnel-window-days", { count: Number(days) }) }))}
        change={(days) => filter({ window: days })}
        width={190}
      />
      <Choice
        label={text("funnel-by")}
        any={text("funnel-by-none")}
        value={filters.by}
        options={columns.map((column) => ({ value: column, label: columnName(text, column) }))}
        change={(by) => filter({ by, people: undefined, group: undefined, rest: undefined })}
        searchable
        width={190}
      />
    </div>
  );
}

function FunnelResult({ report, list }: { report: FunnelReport; list: List<FunnelFields> }) {
  const text = useText();
  const format = useFormat();
  const view = list.filters.view ?? "chart";
  const first = report.steps[0]?.people ?? 0;
  const last = report.steps.at(-1);
  if (first === 0) {
    return (
      <Notice icon="funnel" title={text("funnel-empty")}>
        <p>{text("funnel-empty-help")}</p>
      </Notice>
    );
  }
  return (
    <>
      <CoverageNote coverage={report.coverage} />
      <Panel
        title={text("funnel-conversion", { share: last?.rate == null ? "—" : format.share(last.rate) })}
        note={text("funnel-about", {
          first: format.number(first),
          last: format.number(last?.people ?? 0),
          period: format.period(report.from, report.to),
        })}
        actions={
          <>
            <ViewChoice value={view} change={(next) => list.filter({ view: next }, true)} />
            <FunnelCsv report={report} />
          </>
        }
        flush={view === "table"}
      >
        {view === "table" ? <FunnelTable report={report} list={list} /> : <FunnelSteps report={report} list={list} />}
      </Panel>
      {report.by !== null && <FunnelGroups report={report} list={list} />}
    </>
  );
}

function FunnelCsv({ report }: { report: FunnelReport }) {
  const text = useText();
  const header = [
    text("funnel-step"),
    text("column-event"),
    text("figure-people"),
    text("funnel-rate"),
    text("funnel-rate-before"),
    text("funnel-dropped"),
    text("funnel-median-seconds"),
    text("funnel-p90-seconds"),
  ];
  return (
    <CsvButton
      name={`funnel-${report.from}-${report.to}`}
      header={header}
      rows={() =>
        report.steps.map((step, index) => [
          index + 1,
          step.event,
          step.people,
          step.rate,
          step.rate_from_before,
          step.dropped,
          step.median_seconds,
          step.p90_seconds,
        ])
      }
    />
  );
}

function FunnelPeople({ list }: { list: List<FunnelFields> }) {
  const text = useText();
  const period = periodOf(list.filters, useToday());
  const which = readPeople(list.filters.people);
  const ask = funnelAsk(list.filters, period);
  const event = which && stepsOf(list.filters)[which.step - 1];
  if (!which || !event) return null;
  const { group, by, rest } = list.filters;
  const grouped = by ? { ...(group ? { group } : {}), ...(rest ? { group_missing: true } : {}) } : {};
  const name = eventName(text, writeEvent(event));
  const column = by && (group || rest) ? `${columnName(text, by)}: ${group ?? text("funnel-group-none")}` : undefined;
  return (
    <PeopleSheet
      title={which.dropped ? text("funnel-people-dropped", { event: name }) : text("funnel-people", { event: name })}
      note={column}
      ask={{ of: "funnel", query: { ...ask, ...grouped, step: which.step, dropped: which.dropped } }}
      close={() => list.filter({ people: undefined, group: undefined, rest: undefined }, true)}
    />
  );
}

function FunnelBones() {
  return (
    <Loading>
      <div className="panel bones-block">
        <Bone width="30%" height={18} />
        <Bone height={44} />
        <Bone width="70%" height={44} />
        <Bone width="45%" height={44} />
      </div>
    </Loading>
  );
}
