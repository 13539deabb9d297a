/** The frame of every list: heading, filters, chips, rows, pages, and its loading, empty and error states. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ListFilters, type ListPath, type ListRow, pageQuery } from "../../api/lists";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../DataTable";
import { PageHeading } from "../PageHeading";
import { TableBones } from "../state/Bones";
import { Failure } from "../state/Failure";
import { FirstRunHelp } from "../state/FirstRunHelp";
import { NoMatch } from "../state/NoMatch";
import { type Chip, FilterChips } from "./FilterChips";
import { type FieldTest, isFiltered } from "./listState";
import { Pager } from "./Pager";
import type { List } from "./useListState";

/** Only parameters that the API's list has. */
export type FieldsOf<P extends ListPath> = { [Name in keyof ListFilters<P>]?: FieldTest };

type Props<P extends ListPath> = {
  title: string;
  note?: string;
  /** Path of the list in the API. */
  path: P;
  list: Pick<List<Record<string, FieldTest>>, "filters" | "cursor" | "page" | "clear" | "next" | "previous">;
  columns: Column<ListRow<P>>[];
  rowKey: (row: ListRow<P>) => string;
  /** Rows without a page of their own have none. */
  rowPath?: (row: ListRow<P>) => string;
  filters: ReactNode;
  chips: Chip[];
} & (
  | {
      /** The title of the help when the shop has none of these at all. */
      emptyTitle: string;
      empty?: never;
    }
  | {
      /** What is shown instead of that help, for what no import brings. */
      empty: ReactNode;
      emptyTitle?: never;
    }
);

export function ListScreen<P extends ListPath>(props: Props<P>) {
  const { title, note, list, filters, chips } = props;
  return (
    <>
      <PageHeading title={title} note={note} />
      {filters && <div className="filters">{filters}</div>}
      {isFiltered(list.filters) && <FilterChips chips={chips} clear={list.clear} />}
      <Rows {...props} />
    </>
  );
}

function Rows<P extends ListPath>(props: Props<P>) {
  const { title, path, list, columns, rowKey, rowPath, empty, emptyTitle } = props;
  const text = useText();
  const query = useQuery(pageQuery(path, { ...list.filters, cursor: list.cursor } as ListFilters<P>));
  if (!query.data) {
    if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
    return <TableBones columns={Math.min(columns.length, 6)} />;
  }
  const { items, total, next_cursor } = query.data;
  if (items.length === 0 && !query.isPlaceholderData) {
    return isFiltered(list.filters) || list.cursor ? (
      <NoMatch clear={list.clear} />
    ) : (
      (empty ?? <FirstRunHelp title={emptyTitle ?? title} />)
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
