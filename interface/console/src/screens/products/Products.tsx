/** The list of products: search, category, merchant, status, order. */
import { useQuery } from "@tanstack/react-query";
import { categoriesQuery, merchantsQuery } from "../../api/choices";
import type { CategoryItem, ProductItem } from "../../api/types";
import type { Column } from "../../components/DataTable";
import { Choice } from "../../components/list/Choice";
import { chipsOf } from "../../components/list/chips";
import { type FieldsOf, ListScreen } from "../../components/list/ListScreen";
import { anId, anyText, oneOf } from "../../components/list/listState";
import { SearchField } from "../../components/list/SearchField";
import { type List, useListState } from "../../components/list/useListState";
import { productPath } from "../../components/paths";
import { ProductLink } from "../../components/references";
import { useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";
import { PRODUCT_STATUS_NAMES, ProductStatusTag } from "./ProductStatusTag";
import { categoryOptions } from "./categoryOptions";

const SORTS: Record<string, string> = {
  newest: msg("sort-newest"),
  best_selling: msg("sort-best-selling"),
  title: msg("sort-title"),
  price_asc: msg("sort-price-asc"),
  price_desc: msg("sort-price-desc"),
};

const FIELDS = {
  search: anyText,
  category: anId("cat"),
  merchant: anId("mer"),
  status: oneOf("published", "archived"),
  sort: oneOf(...Object.keys(SORTS)),
} satisfies FieldsOf<"/api/admin/v1/products">;

export function Component() {
  const text = useText();
  const list = useListState(FIELDS);
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  const merchants = useQuery(merchantsQuery).data?.items ?? [];
  const nameOf = (items: { id: string; name: string }[]) => (id: string) =>
    items.find((item) => item.id === id)?.name ?? id;
  const status = (value: string) => text(PRODUCT_STATUS_NAMES[value] ?? value);
  return (
    <ListScreen
      title={text("nav-products")}
      path="/api/admin/v1/products"
      list={list}
      columns={useColumns()}
      rowKey={(row) => row.id}
      rowPath={(row) => productPath(row.id)}
      emptyTitle={text("products-empty")}
      chips={chipsOf(list, {
        search: (value) => text("chip-search", { value }),
        category: (id) => text("chip-category", { value: nameOf(categories)(id) }),
        merchant: (id) => text("chip-merchant", { value: nameOf(merchants)(id) }),
        status: (value) => text("chip-status", { value: status(value) }),
      })}
      filters={<ProductFilters list={list} categories={categories} merchants={merchants} />}
    />
  );
}

type FilterProps = { list: List<typeof FIELDS>; categories: CategoryItem[]; merchants: { id: string; name: string }[] };

function ProductFilters({ list, categories, merchants }: FilterProps) {
  const text = useText();
  const { filters, filter } = list;
  return (
    <>
      <SearchField
        label={text("products-search")}
        value={filters.search ?? ""}
        change={(search) => filter({ search }, true)}
      />
      <Choice
        label={text("column-category")}
        any={text("category-any")}
        value={filters.category}
        options={categoryOptions(categories)}
        change={(category) => filter({ category })}
        searchable
        width={190}
      />
      {merchants.length > 1 && (
        <Choice
          label={text("column-merchant")}
          any={text("merchant-any")}
          value={filters.merchant}
          options={merchants.map(({ id, name }) => ({ value: id, label: name }))}
          change={(merchant) => filter({ merchant })}
          searchable
        />
      )}
      <Choice
        label={text("column-status")}
        any={text("status-any")}
        value={filters.status}
        options={Object.entries(PRODUCT_STATUS_NAMES).map(([value, name]) => ({ value, label: text(name) }))}
        change={(status) => filter({ status })}
        width={130}
      />
      <Choice
        label={text("sort-name")}
        value={filters.sort ?? "newest"}
        options={Object.entries(SORTS).map(([value, name]) => ({ value, label: text(name) }))}
        change={(sort) => filter({ sort })}
      />
    </>
  );
}

function useColumns(): Column<ProductItem>[] {
  const text = useText();
  const format = useFormat();
  return [
    {
      key: "product",
      header: text("column-product"),
      rowHeader: true,
      render: (row) => <ProductLink product={row} note={row.sku} />,
    },
    { key: "category", header: text("column-category"), render: (row) => row.category.name },
    { key: "merchant", header: text("column-merchant"), render: (row) => row.merchant.name },
    { key: "status", header: text("column-status"), render: (row) => <ProductStatusTag status={row.status} /> },
    { key: "price", header: text("column-price"), numeric: true, render: (row) => format.money(row.price) },
    { key: "sold", header: text("column-units-sold"), numeric: true, render: (row) => format.number(row.units_sold) },
  ];
}
