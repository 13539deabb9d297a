/** Paths and transitions as tables; the numbers open the people. */
import type { PathsReport } from "../../../api/types";
import { DataTable } from "../../../components/DataTable";
import type { List } from "../../../components/list/useListState";
import { PeopleLink } from "../../../components/people/PeopleLink";
import { useFormat } from "../../../i18n/useFormat";
import { useText } from "../../../i18n/useText";
import type { PathFields } from "./Paths";
import { nodeName, nodesName, writeNodes } from "./nodes";

type Props = { report: PathsReport; list: List<PathFields> };

const NOBODY = { transition: undefined, path: undefined, sessions: undefined };

export function PathTable({ report, list }: Props) {
  const text = useText();
  return (
    <>
      <DataTable
        caption={text("paths-title")}
        rows={report.paths}
        rowKey={({ nodes }) => writeNodes(nodes)}
        columns={[
          { key: "path", header: text("paths-path"), rowHeader: true, render: ({ nodes }) => nodesName(text, nodes) },
          {
            key: "sessions",
            header: text("figure-sessions"),
            numeric: true,
            render: ({ nodes, sessions }) => (
              <PeopleLink to={list.address({ ...NOBODY, path: writeNodes(nodes) })} count={sessions} />
            ),
          },
        ]}
      />
      {report.paths_other > 0 && <p className="muted pad small">{text("paths-others", { count: report.paths_other })}</p>}
    </>
  );
}

export function TransitionTable({ report, list }: Props) {
  const text = useText();
  const format = useFormat();
  const largest = report.transitions[0]?.count ?? 0;
  return (
    <>
      <DataTable
        caption={text("transitions-title")}
        rows={report.transitions}
        rowKey={({ from, to }) => writeNodes([from, to])}
        columns={[
          {
            key: "transition",
            header: text("transition-name"),
            rowHeader: true,
            render: ({ from, to, count }) => (
              <>
                {nodeName(text, from)} → {nodeName(text, to)}
                <span className="bar" aria-hidden="true">
                  <span style={{ width: `${((count / Math.max(largest, 1)) * 100).toFixed(1)}%` }} />
                </span>
              </>
            ),
          },
          {
            key: "count",
            header: text("figure-times"),
            numeric: true,
            render: ({ from, to, count }) => (
              <PeopleLink to={list.address({ ...NOBODY, transition: writeNodes([from, to]) })} count={count}>
                {format.number(count)}
              </PeopleLink>
            ),
          },
        ]}
      />
      {report.transitions_other > 0 && (
        <p className="muted pad small">{text("transitions-others", { count: report.transitions_other })}</p>
      )}
    </>
  );
}
