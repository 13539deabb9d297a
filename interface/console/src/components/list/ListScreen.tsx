/** The frame of every list: heading, filters, chips, rows, pages, and its loading, empty and error states. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { pageQuery } from "../../api/lists";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../DataTable";
import { PageHeading } from "../PageHeading";
import { TableBones } from "../state/Bones";
import { Failure } from "../state/Failure";
import { FirstRunHelp } from "../state/FirstRunHelp";
import { NoMatch } from "../state/NoMatch";
import { type Chip, FilterChips } from "./FilterChips";
import { type Fields, isFiltered } from "./listState";
import { Pager } from "./Pager";
import type { List } from "./useListState";

type Props<T, F extends Fields> = {
  title: string;
  /** Path of the list in the API. */
  path: string;
  list: List<F>;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  rowPath: (row: T) => string;
  filters: ReactNode;
  chips: Chip[];
  /** The title of the help when the shop has none of these at all. */
  emptyTitle: string;
};

export function ListScreen<T, F extends Fields>(props: Props<T, F>) {
  const { title, list, filters, chips } = props;
  return (
    <>
      <PageHeading title={title} />
      <div className="filters">{filters}</div>
      {isFiltered(list.filters) && <FilterChips chips={chips} clear={list.clear} />}
      <Rows {...props} />
    </>
  );
}

function Rows<T, F extends Fields>(props: Props<T, F>) {
  const { title, path, list, columns, rowKey, rowPath, emptyTitle } = props;
  const text = useText();
  const query = useQuery(pageQuery<T>(path, { ...list.filters, cursor: list.cursor }));
  if (!query.data) {
    if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
    return <TableBones columns={Math.min(columns.length, 6)} />;
  }
  const { items, total, next_cursor } = query.data;
  if (items.length === 0 && !query.isPlaceholderData) {
    return isFiltered(list.filters) || list.cursor ? (
      <NoMatch clear={list.clear} />
    ) : (
      <FirstRunHelp title={emptyTitle} />
    );
  }
  return (
    <div className="panel">
      <p className="visually-hidden" role="status">
        {query.isPlaceholderData ? text("state-loading") : text("list-total", { total })}
      </p>
      <DataTable
        caption={title}
        columns={columns}
        rows={items}
        rowKey={rowKey}
        rowPath={rowPath}
        stale={query.isPlaceholderData}
      />
      <Pager
        total={total}
        rows={items.length}
        page={list.page}
        nextCursor={next_cursor}
        next={list.next}
        previous={list.previous}
      />
    </div>
  );
}
