/** The list of orders. */
import { useQuery } from "@tanstack/react-query";
import { productQuery } from "../../api/products";
import { Choice } from "../../components/list/Choice";
import { chipsOf } from "../../components/list/chips";
import { type FieldsOf, ListScreen } from "../../components/list/ListScreen";
import { anId, oneOf } from "../../components/list/listState";
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

const FIELDS = { ...SALES_FIELDS, product: anId("prd"), sort: oneOf(...Object.keys(SORTS)) } satisfies FieldsOf<"/api/admin/v1/orders">;

export function Component() {
  const text = useText();
  const list = useListState(FIELDS);
  const { product } = list.filters;
  const productTitle = useQuery({ ...productQuery(product ?? ""), enabled: product !== undefined }).data?.title;
  const productChip = chipsOf(list, { product: (id) => text("chip-product", { value: productTitle ?? id }) });
  return (
    <ListScreen
      title={text("nav-orders")}
      path="/api/admin/v1/orders"
      list={list}
      columns={useOrderColumns(true)}
      rowKey={(row) => row.id}
      rowPath={(row) => orderPath(row.id)}
      emptyTitle={text("orders-empty")}
      chips={[...useSalesChips(list), ...productChip]}
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
