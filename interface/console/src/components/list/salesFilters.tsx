/** The filters that orders and returns share: period, customers, country, and what links add. */
import { useQuery } from "@tanstack/react-query";
import { countriesQuery } from "../../api/choices";
import { memberQuery } from "../../api/members";
import { useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";
import { memberTitle } from "../references";
import { Choice } from "./Choice";
import { chipsOf } from "./chips";
import type { Chip } from "./FilterChips";
import { Days } from "./Days";
import { aCurrency, aDay, anId, anyText, oneOf } from "./listState";
import { SearchField } from "./SearchField";
import type { List } from "./useListState";

export const SALES_FIELDS = {
  search: anyText,
  from: aDay,
  to: aDay,
  customers: oneOf("known", "guest", "all"),
  country: anyText,
  member: anId("mbr"),
  currency: aCurrency,
};
type SalesFields = typeof SALES_FIELDS;

const CUSTOMERS: Record<string, string> = {
  known: msg("customers-known"),
  guest: msg("customers-guest"),
};

export function SalesFilters({ list, searchLabel }: { list: List<SalesFields>; searchLabel: string }) {
  const text = useText();
  const { filters, filter } = list;
  return (
    <>
      <SearchField label={searchLabel} value={filters.search ?? ""} change={(search) => filter({ search }, true)} />
      <Days
        from={filters.from}
        to={filters.to}
        fromLabel={text("period-from")}
        toLabel={text("period-until")}
        change={({ from, to }) => filter({ from, to })}
      />
      <Choice
        label={text("customers-name")}
        any={text("customers-all")}
        value={filters.customers === "all" ? undefined : filters.customers}
        options={Object.entries(CUSTOMERS).map(([value, name]) => ({ value, label: text(name) }))}
        change={(customers) => filter({ customers })}
        width={170}
      />
      <CountryChoice value={filters.country} change={(country) => filter({ country })} />
    </>
  );
}

export function CountryChoice({ value, change }: { value: string | undefined; change: (value?: string) => void }) {
  const text = useText();
  const format = useFormat();
  const countries = useQuery(countriesQuery).data?.items ?? [];
  const options = countries
    .filter(({ country }) => country !== "")
    .map(({ country }) => ({ value: country, label: format.country(country) }))
    .sort((a, b) => a.label.localeCompare(b.label, format.locale));
  return (
    <Choice
      label={text("column-country")}
      any={text("country-any")}
      value={value}
      options={options}
      change={change}
      searchable
      width={170}
    />
  );
}

export function useSalesChips(list: List<SalesFields>): Chip[] {
  const text = useText();
  const format = useFormat();
  const { member } = list.filters;
  const buyer = useQuery({ ...memberQuery(member ?? ""), enabled: member !== undefined }).data;
  return chipsOf(list, {
    search: (value) => text("chip-search", { value }),
    from: (day) => text("chip-from", { value: format.day(day) }),
    to: (day) => text("chip-until", { value: format.day(day) }),
    customers: (value) => text("chip-customers", { value: text(CUSTOMERS[value] ?? "customers-all") }),
    country: (value) => text("chip-country", { value: format.country(value) }),
    member: (id) => text("chip-member", { value: buyer ? memberTitle(buyer) : id }),
    currency: (value) => text("chip-currency", { value }),
  });
}
