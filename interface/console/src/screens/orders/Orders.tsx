/** The list of orders. */
import type { OrderRow } from "../../api/types";
import { Choice } from "../../components/list/Choice";
import { ListScreen } from "../../components/list/ListScreen";
import { SALES_FIELDS, SalesFilters, useSalesChips } from "../../components/list/salesFilters";
import { useListState } from "../../components/list/useListState";
import { orderPath } from "../../components/paths";
import { msg, useText } from "../../i18n/useText";
import { useOrderColumns } from "./orderColumns";

const SORTS: Record<string, string> = {
  newest: msg("sort-newest"),
  oldest: msg("sort-oldest"),
  largest: msg("sort-largest"),
};

export function Component() {
  const text = useText();
  const list = useListState(SALES_FIELDS);
  return (
    <ListScreen
      title={text("nav-orders")}
      path="/orders"
      list={list}
      columns={useOrderColumns(true)}
      rowKey={(row: OrderRow) => row.id}
      rowPath={(row) => orderPath(row.id)}
      emptyTitle={text("orders-empty")}
      chips={useSalesChips(list)}
      filters={
        <>
          <SalesFilters list={list} searchLabel={text("orders-search")} />
          <Choice
            label={text("sort-name")}
            value={list.filters.sort ?? "newest"}
            options={Object.entries(SORTS).map(([value, name]) => ({ value, label: text(name) }))}
            change={(sort) => list.filter({ sort })}
            width={140}
          />
        </>
      }
    />
  );
}
