/** Rows of a noun as a real table: a caption for readers, numbers at the end, a click anywhere opens the row. */
import type { MouseEvent, ReactNode } from "react";
import { useNavigate } from "react-router";
import { ScrollRegion } from "./ScrollRegion";

export type Column<T> = {
  key: string;
  header: string;
  /** Numbers stand at the end of their column. */
  numeric?: boolean;
  /** The cell that names the row. */
  rowHeader?: boolean;
  render: (row: T) => ReactNode;
};

type Props<T> = {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Where a click on the row leads; the row's own link must lead there too, for keyboards. */
  rowPath?: (row: T) => string;
  /** Older rows are still shown while newer ones load. */
  stale?: boolean;
};

export function DataTable<T>({ caption, columns, rows, rowKey, rowPath, stale = false }: Props<T>) {
  const navigate = useNavigate();
  const open = (event: MouseEvent, row: T) => {
    if (!rowPath || (event.target as Element).closest("a, button, input, label")) return;
    if (window.getSelection()?.toString()) return;
    void navigate(rowPath(row));
  };
  return (
    <ScrollRegion label={caption}>
      <table className={stale ? "data-table stale" : "data-table"} aria-busy={stale}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? "numeric" : undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowPath ? "opens" : undefined} onClick={(event) => open(event, row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const content = column.render(row);
  if (column.rowHeader) return <th scope="row">{content}</th>;
  return <td className={column.numeric ? "numeric" : undefined}>{content}</td>;
}
