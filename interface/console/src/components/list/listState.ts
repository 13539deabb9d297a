/**
 * What a list shows, as the query of its address: filters, sort, and the place in the pages.
 *
 * The names are those of the API, so a link from a report and a call to the server read alike. Values that
 * cannot be right are dropped instead of asked for.
 */
import { isDay, isMonth } from "../../i18n/calendar";

/** Says whether a text may be the value of a field. */
export type FieldTest = (value: string) => boolean;
export type Fields = Record<string, FieldTest>;
export type Filters<F extends Fields = Fields> = { [Name in keyof F]?: string };
export type ListState<F extends Fields> = { filters: Filters<F>; cursor: string; page: number };

/** The server refuses longer searches. */
export const LETTERS_MAX = 100;

export const anyText: FieldTest = (value) => value.length <= LETTERS_MAX;
export const aDay: FieldTest = isDay;
export const aMonth: FieldTest = isMonth;
export const aCount: FieldTest = (value) => /^[1-9]\d{0,5}$/.test(value);
export const aCurrency: FieldTest = (value) => /^[A-Z]{3}$/.test(value);
export const oneOf =
  (...values: string[]): FieldTest =>
  (value) =>
    values.includes(value);
export const anId =
  (prefix: string): FieldTest =>
  (value) =>
    value.startsWith(`${prefix}_`) && /^[a-z]+_[0-9A-Za-z]{1,40}$/.test(value);

export function readListState<F extends Fields>(params: URLSearchParams, fields: F): ListState<F> {
  const filters: Filters<F> = {};
  for (const name of Object.keys(fields) as (keyof F & string)[]) {
    const value = params.get(name)?.trim();
    if (value && fields[name]?.(value)) filters[name] = value;
  }
  const cursor = params.get("cursor") ?? "";
  const page = Number(params.get("page") ?? 1);
  return { filters, cursor, page: cursor && Number.isSafeInteger(page) && page > 1 ? page : 1 };
}

export function writeListState<F extends Fields>(state: ListState<F>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(state.filters)) {
    if (value) params.set(name, value);
  }
  if (state.cursor) {
    params.set("cursor", state.cursor);
    if (state.page > 1) params.set("page", String(state.page));
  }
  return params;
}

/** Another set of rows begins at its first page. */
export function withFilters<F extends Fields>(state: ListState<F>, change: Filters<F>): ListState<F> {
  return { filters: { ...state.filters, ...change }, cursor: "", page: 1 };
}

/** Whether anything narrows the list; the order of its rows does not. */
export function isFiltered(filters: Filters): boolean {
  return Object.entries(filters).some(([name, value]) => name !== "sort" && Boolean(value));
}
