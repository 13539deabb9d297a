/** The list of members: by what they are called, where they live, and when they ordered. */
import { Link } from "react-router";
import type { MemberItem } from "../../api/types";
import type { Column } from "../../components/DataTable";
import { Choice } from "../../components/list/Choice";
import { chipsOf } from "../../components/list/chips";
import { Days } from "../../components/list/Days";
import { type FieldsOf, ListScreen } from "../../components/list/ListScreen";
import { aCount, aCurrency, aDay, aMonth, anyText, oneOf } from "../../components/list/listState";
import { CountryChoice } from "../../components/list/salesFilters";
import { SearchField } from "../../components/list/SearchField";
import { type List, useListState } from "../../components/list/useListState";
import { memberPath } from "../../components/paths";
import { memberTitle } from "../../components/references";
import { useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";

const SORTS: Record<string, string> = {
  newest: msg("sort-newest"),
  name: msg("sort-name-of-member"),
  revenue: msg("sort-revenue"),
  orders: msg("sort-orders"),
  last_order: msg("sort-last-order"),
};

/** Offered thresholds; a link may set any other. */
const ORDERS_MIN = ["1", "2", "3", "5", "10"];

const FIELDS = {
  search: anyText,
  country: anyText,
  ordered_from: aDay,
  ordered_to: aDay,
  orders_min: aCount,
  cohort: aMonth,
  active_in: aMonth,
  currency: aCurrency,
  sort: oneOf(...Object.keys(SORTS)),
} satisfies FieldsOf<"/api/admin/v1/members">;

export function Component() {
  const text = useText();
  const format = useFormat();
  const list = useListState(FIELDS);
  return (
    <ListScreen
      title={text("nav-members")}
      path="/api/admin/v1/members"
      list={list}
      columns={useColumns()}
      rowKey={(row) => row.id}
      rowPath={(row) => memberPath(row.id)}
      emptyTitle={text("members-empty")}
      chips={chipsOf(list, {
        search: (value) => text("chip-search", { value }),
        country: (value) => text("chip-country", { value: format.country(value) }),
        ordered_from: (day) => text("chip-ordered-from", { value: format.day(day) }),
        ordered_to: (day) => text("chip-ordered-until", { value: format.day(day) }),
        orders_min: (value) => text("chip-orders-min", { count: Number(value) }),
        cohort: (month) => text("chip-cohort", { value: format.month(month) }),
        active_in: (month) => text("chip-active-in", { value: format.month(month) }),
        currency: (value) => text("chip-currency", { value }),
      })}
      filters={<MemberFilters list={list} />}
    />
  );
}

function MemberFilters({ list }: { list: List<typeof FIELDS> }) {
  const text = useText();
  const { filters, filter } = list;
  const thresholds = [...new Set([...ORDERS_MIN, ...(filters.orders_min ? [filters.orders_min] : [])])];
  return (
    <>
      <SearchField
        label={text("members-search")}
        value={filters.search ?? ""}
        change={(search) => filter({ search }, true)}
      />
      <Days
        from={filters.ordered_from}
        to={filters.ordered_to}
        fromLabel={text("ordered-from")}
        toLabel={text("ordered-until")}
        change={({ from, to }) => filter({ ordered_from: from, ordered_to: to })}
      />
      <Choice
        label={text("orders-min-name")}
        any={text("orders-min-any")}
        value={filters.orders_min}
        options={thresholds.map((value) => ({ value, label: text("orders-min", { count: Number(value) }) }))}
        change={(orders_min) => filter({ orders_min })}
        width={170}
      />
      <CountryChoice value={filters.country} change={(country) => filter({ country })} />
      <Choice
        label={text("sort-name")}
        value={filters.sort ?? "newest"}
        options={Object.entries(SORTS).map(([value, name]) => ({ value, label: text(name) }))}
        change={(sort) => filter({ sort })}
      />
    </>
  );
}

function useColumns(): Column<MemberItem>[] {
  const text = useText();
  const format = useFormat();
  return [
    {
      key: "member",
      header: text("column-member"),
      rowHeader: true,
      render: (row) => (
        <span className="two-lines">
          <Link to={memberPath(row.id)}>{memberTitle(row)}</Link>
          <span className="muted small">{row.email ?? (row.name ? row.number : "")}</span>
        </span>
      ),
    },
    { key: "country", header: text("column-country"), render: (row) => format.country(row.country) || "—" },
    { key: "joined", header: text("column-joined"), render: (row) => format.date(row.joined_at) },
    {
      key: "last",
      header: text("column-last-order"),
      render: (row) => (row.last_order_at ? format.date(row.last_order_at) : "—"),
    },
    { key: "orders", header: text("figure-orders"), numeric: true, render: (row) => format.number(row.orders) },
    { key: "revenue", header: text("figure-revenue"), numeric: true, render: (row) => format.money(row.revenue) },
  ];
}
