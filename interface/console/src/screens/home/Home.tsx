/** The shop at a glance: key figures against the period before, trend, products, countries, cohorts. */
import { useQuery } from "@tanstack/react-query";
import { overviewQuery, salesSpanQuery } from "../../api/reports";
import type { Overview } from "../../api/types";
import { type List, useListState } from "../../components/list/useListState";
import { PageHeading } from "../../components/PageHeading";
import { Bone, Loading } from "../../components/state/Bones";
import { FirstRunHelp } from "../../components/state/FirstRunHelp";
import { Loaded } from "../../components/state/Loaded";
import { dayIn } from "../../i18n/calendar";
import { type Format, useFormat } from "../../i18n/useFormat";
import { type Text, useText } from "../../i18n/useText";
import { Countries } from "./Countries";
import { KeyFigures } from "./KeyFigures";
import type { SalesDays } from "./presets";
import { REPORT_FIELDS, type ReportFields } from "./reportFields";
import { ReportFilters } from "./ReportFilters";
import { Retention } from "./Retention";
import { TopProducts } from "./TopProducts";
import { Trend } from "./Trend";

export function Component() {
  const text = useText();
  const format = useFormat();
  const list = useListState(REPORT_FIELDS);
  const { from, to, currency } = list.filters;
  const customers = list.filters.customers === "all" ? "all" : "known";
  const overview = useQuery(overviewQuery({ from, to, customers, currency }));
  const span = useQuery(salesSpanQuery);
  const compared = overview.data && comparisonNote(overview.data, text, format);
  return (
    <>
      <PageHeading title={text("nav-home")} note={span.data && compared} />
      <Loaded query={span} bones={<HomeBones />}>
        {(edges) =>
          edges ? (
            <Loaded query={overview} bones={<HomeBones />}>
              {(report) => (
                <Report
                  report={report}
                  stale={overview.isPlaceholderData}
                  list={list}
                  days={{ first: dayIn(format.timeZone, edges.first), last: dayIn(format.timeZone, edges.last) }}
                />
              )}
            </Loaded>
          ) : (
            <FirstRunHelp title={text("home-empty")} />
          )
        }
      </Loaded>
    </>
  );
}

function comparisonNote({ comparison, previous }: Overview, text: Text, format: Format): string {
  const period = format.period(comparison.from, comparison.to);
  return previous.orders > 0 ? text("home-compared", { period }) : text("home-not-compared", { period });
}

type ReportProps = { report: Overview; stale: boolean; list: List<ReportFields>; days: SalesDays };

function Report({ report, stale, list, days }: ReportProps) {
  return (
    <>
      <ReportFilters list={list} report={report} days={days} />
      <div className={stale ? "report stale" : "report"} aria-busy={stale}>
        <KeyFigures report={report} />
        <Trend report={report} list={list} />
        <div className="columns">
          <TopProducts report={report} />
          <Countries report={report} />
        </div>
        <Retention report={report} list={list} />
      </div>
    </>
  );
}

function HomeBones() {
  return (
      <Loading>
        <div className="filters">
          <Bone width={160} height={32} />
          <Bone width={260} height={32} />
        </div>
        <div className="key-figures">
          {Array.from({ length: 7 }, (_, index) => (
            <div key={index} className="key-figure-bones">
              <Bone width="40%" />
              <Bone width="70%" height={22} />
              <Bone width="30%" height={12} />
            </div>
          ))}
        </div>
        <div className="panel bones-block">
          <Bone width="20%" height={18} />
          <Bone height={280} />
        </div>
      </Loading>
  );
}
