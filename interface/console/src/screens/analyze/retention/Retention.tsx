/** Who comes back: cohorts of first orders, or of an event, with the share that did something again. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { type RetentionQuery, retentionQuery, salesSpanQuery } from "../../../api/reports";
import type { RetentionReport } from "../../../api/types";
import { CsvButton } from "../../../components/CsvButton";
import { eventName, wordOf } from "../../../components/event/eventText";
import { KindPicker } from "../../../components/event/KindPicker";
import { aDay, anyText, oneOf } from "../../../components/list/listState";
import { type List, useListState } from "../../../components/list/useListState";
import { PageHeading } from "../../../components/PageHeading";
import { Panel } from "../../../components/Panel";
import { PeopleSheet } from "../../../components/people/PeopleSheet";
import { Bone, Loading } from "../../../components/state/Bones";
import { Loaded } from "../../../components/state/Loaded";
import { Notice } from "../../../components/state/Notice";
import { addMonths, dayIn, monthOf } from "../../../i18n/calendar";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import { orderCohorts } from "../../home/orderCohorts";
import { RetentionTable } from "../../home/RetentionTable";
import { CoverageNote } from "../CoverageNote";
import { eventCohorts, periodsAfter } from "./eventCohorts";

const FIELDS = {
  of: oneOf("events", "orders"),
  start: anyText,
  return: anyText,
  unit: oneOf("day", "week", "month"),
  cells: oneOf("share", "count"),
  cohort: aDay,
  later: (value: string) => /^\d{1,3}$/.test(value),
};
export type RetentionFields = typeof FIELDS;

const START_DEFAULT = "product_viewed";
/** A year of months, as the overview shows it. */
const ORDER_MONTHS = 12;

export function Component() {
  const text = useText();
  const list = useListState(FIELDS);
  const ofOrders = list.filters.of === "orders";
  return (
    <>
      <PageHeading title={text("nav-retention")} note={text("retention-page-note")} />
      <div className="report">
        <div className="filters">
          <Segmented<string>
            aria-label={text("retention-of")}
            value={ofOrders ? "orders" : "events"}
            options={[
              { value: "events", label: text("retention-of-events") },
              { value: "orders", label: text("retention-of-orders") },
            ]}
            onChange={(of) => list.filter({ of, cohort: undefined, later: undefined })}
          />
          {!ofOrders && <EventFilters list={list} />}
        </div>
        {ofOrders ? <OfOrders list={list} /> : <OfEvents list={list} />}
      </div>
      {!ofOrders && <CellPeople list={list} />}
    </>
  );
}

function eventAsk({ start, return: back, unit }: List<RetentionFields>["filters"]): RetentionQuery & { start: string } {
  const first = wordOf(start ?? START_DEFAULT);
  return {
    start: first,
    return: back ? wordOf(back) : first,
    unit: (unit ?? "week") as "day" | "week" | "month",
  };
}

function EventFilters({ list }: { list: List<RetentionFields> }) {
  const text = useText();
  const { filters, filter } = list;
  const rows = { cohort: undefined, later: undefined };
  return (
    <>
      <KindPicker
        label={text("retention-start")}
        value={filters.start ?? START_DEFAULT}
        change={(start) => filter({ start, ...rows })}
      />
      <span className="muted">{text("retention-then")}</span>
      <KindPicker
        label={text("retention-return")}
        any={text("retention-return-same")}
        value={filters.return}
        change={(back) => filter({ return: back, ...rows })}
      />
      <Segmented<string>
        aria-label={text("retention-period")}
        value={filters.unit ?? "week"}
        options={[
          { value: "day", label: text("retention-by-day") },
          { value: "week", label: text("retention-by-week") },
          { value: "month", label: text("retention-by-month") },
        ]}
        onChange={(unit) => filter({ unit, ...rows })}
      />
    </>
  );
}

function OfEvents({ list }: { list: List<RetentionFields> }) {
  const text = useText();
  const format = useFormat();
  const query = useQuery(retentionQuery(eventAsk(list.filters)));
  return (
    <Loaded query={query} bones={<MatrixBones />}>
      {(report) => (
        <div className={query.isPlaceholderData ? "report stale" : "report"} aria-busy={query.isPlaceholderData}>
          {report.coverage && <CoverageNote coverage={report.coverage} />}
          <Matrix
            report={report}
            list={list}
            words={eventCohorts(text, format, report.unit, list)}
            note={text("retention-events-note", {
              start: eventName(text, report.start ?? ""),
              return: eventName(text, report.return ?? ""),
              period: format.period(report.from, report.to),
            })}
          />
        </div>
      )}
    </Loaded>
  );
}

function OfOrders({ list }: { list: List<RetentionFields> }) {
  const text = useText();
  const format = useFormat();
  const span = useQuery(salesSpanQuery);
  const last = span.data ? monthOf(dayIn(format.timeZone, span.data.last)) : undefined;
  const range = last ? { from: addMonths(last, -ORDER_MONTHS), to: last } : {};
  const query = useQuery({ ...retentionQuery(range), enabled: span.data !== undefined });
  return (
    <Loaded query={query} bones={<MatrixBones />}>
      {(report) => (
        <Matrix
          report={report}
          list={list}
          words={orderCohorts(text, format, report.currency ?? "")}
          note={text("retention-note")}
        />
      )}
    </Loaded>
  );
}

type MatrixProps = {
  report: RetentionReport;
  list: List<RetentionFields>;
  words: Parameters<typeof RetentionTable>[0]["words"];
  note: string;
};

function Matrix({ report, list, words, note }: MatrixProps) {
  const text = useText();
  const cells = list.filters.cells ?? "share";
  const cohorts = report.cohorts.filter(({ size }) => size > 0);
  const columns = Math.max(0, ...cohorts.map(({ active }) => active.length));
  if (cohorts.length === 0) {
    return (
      <Notice icon="grid" title={text("retention-empty")}>
        <p>{text("retention-empty-help")}</p>
      </Notice>
    );
  }
  return (
    <Panel
      title={text("retention-title")}
      note={note}
      actions={
        <>
          <Segmented<string>
            aria-label={text("retention-unit")}
            value={cells}
            options={[
              { value: "share", label: text("retention-share") },
              { value: "count", label: text("retention-count") },
            ]}
            onChange={(next) => list.filter({ cells: next }, true)}
          />
          <CsvButton
            name={`retention-${report.from}-${report.to}`}
            header={[text("retention-cohort"), text("retention-size"), ...Array.from({ length: columns }, (_, at) => String(at))]}
            rows={() => cohorts.map(({ from, size, active }) => [from, size, ...active])}
          />
        </>
      }
      flush
    >
      <RetentionTable cohorts={cohorts} unit={cells} words={words} />
    </Panel>
  );
}

function CellPeople({ list }: { list: List<RetentionFields> }) {
  const text = useText();
  const format = useFormat();
  const { cohort, later } = list.filters;
  if (!cohort) return null;
  const ask = eventAsk(list.filters);
  const unit = ask.unit ?? "week";
  const title =
    later === undefined
      ? text("retention-people-cohort", { cohort: format.day(cohort) })
      : text("retention-people", { cohort: format.day(cohort), period: periodsAfter(text, unit, Number(later)) });
  return (
    <PeopleSheet
      title={title}
      ask={{ of: "retention", query: { ...ask, cohort, ...(later === undefined ? {} : { later: Number(later) }) } }}
      close={() => list.filter({ cohort: undefined, later: undefined }, true)}
    />
  );
}

function MatrixBones() {
  return (
    <Loading>
      <div className="panel bones-block">
        <Bone width="25%" height={18} />
        <Bone height={320} />
      </div>
    </Loading>
  );
}
