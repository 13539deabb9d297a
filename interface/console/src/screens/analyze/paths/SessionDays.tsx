/** Sessions by day, as a chart or as a table. */
import { Suspense, lazy } from "react";
import type { SessionsReport } from "../../../api/types";
import { CsvButton } from "../../../components/CsvButton";
import { DataTable } from "../../../components/DataTable";
import type { List } from "../../../components/list/useListState";
import { Panel } from "../../../components/Panel";
import { PeopleLink } from "../../../components/people/PeopleLink";
import { Bone } from "../../../components/state/Bones";
import { ViewChoice } from "../../../components/ViewChoice";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import type { PathFields } from "./Paths";

const BarsChart = lazy(() => import("../../../components/chart/BarsChart"));

type Props = { report: SessionsReport; list: List<PathFields> };

export function SessionDays({ report, list }: Props) {
  const text = useText();
  const format = useFormat();
  const view = list.filters.days ?? "chart";
  const address = (day: string) => list.address({ sessions: day, transition: undefined, path: undefined });
  return (
    <Panel
      title={text("sessions-by-day")}
      actions={
        <>
          <ViewChoice value={view} change={(days) => list.filter({ days }, true)} />
          <CsvButton
            name={`sessions-${report.from}-${report.to}`}
            header={[text("events-time"), text("figure-sessions"), text("figure-people"), text("figure-events"), text("figure-bounced")]}
            rows={() => report.days.map((row) => [row.day, row.sessions, row.people, row.events, row.bounced])}
          />
        </>
      }
      flush={view === "table"}
    >
      {view === "chart" ? (
        <Suspense fallback={<Bone height={280} />}>
          <BarsChart
            name={text("figure-sessions")}
            bars={report.days.map(({ day, sessions }) => ({
              label: format.dayInYear(day),
              name: format.day(day),
              value: sessions,
            }))}
            open={(index) => {
              const day = report.days[index]?.day;
              if (day) list.filter({ sessions: day, transition: undefined, path: undefined }, true);
            }}
          />
        </Suspense>
      ) : (
        <div className="tall">
          <DataTable
            caption={text("sessions-by-day")}
            rows={report.days.toReversed()}
            rowKey={({ day }) => day}
            columns={[
              { key: "day", header: text("events-time"), rowHeader: true, render: ({ day }) => format.day(day) },
              {
                key: "sessions",
                header: text("figure-sessions"),
                numeric: true,
                render: ({ day, sessions }) => <PeopleLink to={address(day)} count={sessions} />,
              },
              {
                key: "people",
                header: text("figure-people"),
                numeric: true,
                render: ({ day, people }) => <PeopleLink to={address(day)} count={people} />,
              },
              { key: "events", header: text("figure-events"), numeric: true, render: ({ events }) => format.number(events) },
              {
                key: "bounce",
                header: text("figure-bounce-rate"),
                numeric: true,
                render: ({ bounce_rate }) => (bounce_rate === null ? "—" : format.share(bounce_rate)),
              },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}
