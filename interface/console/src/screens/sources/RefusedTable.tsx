/** Events that were refused: when, from where, which field and why. */
import { useQuery } from "@tanstack/react-query";
import { sourcesQuery } from "../../api/sources";
import type { Refused } from "../../api/types";
import { type Column, DataTable } from "../../components/DataTable";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";

export function RefusedTable({ refused }: { refused: Refused[] }) {
  const text = useText();
  const columns = useRefusedColumns();
  if (refused.length === 0) return <p className="muted pad">{text("refused-none")}</p>;
  return (
    <DataTable
      caption={text("refused-title")}
      columns={columns}
      rows={refused.map((one, position) => ({ ...one, position }))}
      rowKey={({ at, position }) => `${at} ${position}`}
    />
  );
}

function useRefusedColumns(): Column<Refused>[] {
  const text = useText();
  const format = useFormat();
  const names = new Map(useQuery(sourcesQuery).data?.items.map(({ id, name }) => [id, name]));
  return [
    { key: "at", header: text("refused-at"), render: ({ at }) => format.timeWithSeconds(at) },
    {
      key: "source",
      header: text("event-column-source"),
      render: ({ source_id }) => (source_id ? (names.get(source_id) ?? source_id) : text("refused-key-unknown")),
    },
    { key: "field", header: text("refused-field"), render: ({ field }) => (field ? <code>{field}</code> : "—") },
    { key: "reason", header: text("refused-reason"), rowHeader: true, render: ({ reason }) => reason },
    { key: "index", header: text("refused-index"), numeric: true, render: ({ index }) => format.number(index) },
  ];
}
