/** People who wished to be forgotten, and what went of them. */
import { Tag } from "antd";
import type { Erasure } from "../../api/types";
import type { Column } from "../../components/DataTable";
import { ListScreen } from "../../components/list/ListScreen";
import { useListState } from "../../components/list/useListState";
import { Notice } from "../../components/state/Notice";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";

const FIELDS = {};

export function Component() {
  const text = useText();
  const list = useListState(FIELDS);
  return (
    <ListScreen
      title={text("nav-privacy")}
      note={text("erasures-note")}
      path="/api/admin/v1/erasures"
      list={list}
      columns={useColumns()}
      rowKey={({ id }) => id}
      chips={[]}
      filters={null}
      empty={
        <Notice icon="shield" title={text("erasures-empty")}>
          <p>{text("erasures-empty-help")}</p>
        </Notice>
      }
    />
  );
}

function useColumns(): Column<Erasure>[] {
  const text = useText();
  const format = useFormat();
  const count = (key: "rows" | "unlinked" | "log_events" | "lake_events", header: string): Column<Erasure> => ({
    key,
    header,
    numeric: true,
    render: (row) => format.number(row[key]),
  });
  return [
    { key: "id", header: text("erasure-name"), rowHeader: true, render: ({ id }) => <code>{id}</code> },
    { key: "state", header: text("column-status"), render: (row) => <State erasure={row} /> },
    {
      key: "found",
      header: text("erasure-found"),
      render: ({ found, finished_at }) =>
        found.length > 0 ? <strong>{found.join(", ")}</strong> : finished_at ? text("erasure-found-none") : "—",
    },
    { key: "at", header: text("erasure-requested"), render: ({ requested_at }) => format.dateTime(requested_at) },
    {
      key: "finished",
      header: text("erasure-finished"),
      render: ({ finished_at }) => (finished_at ? format.dateTime(finished_at) : "—"),
    },
    count("rows", text("erasure-rows")),
    count("unlinked", text("erasure-unlinked")),
    count("log_events", text("erasure-log-events")),
    count("lake_events", text("erasure-lake-events")),
  ];
}

function State({ erasure: { finished_at, found } }: { erasure: Erasure }) {
  const text = useText();
  if (found.length > 0) return <Tag color="error">{text("erasure-left")}</Tag>;
  return finished_at ? <Tag color="success">{text("erasure-done")}</Tag> : <Tag color="warning">{text("erasure-running")}</Tag>;
}
