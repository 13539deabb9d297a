/** The state of a list and its address say the same; what cannot be right is dropped. */
import { describe, expect, it } from "vitest";
import {
  aCount,
  aDay,
  aMonth,
  anId,
  anyText,
  isFiltered,
  oneOf,
  readListState,
  withFilters,
  writeListState,
} from "./listState";

const FIELDS = {
  search: anyText,
  from: aDay,
  cohort: aMonth,
  product: anId("prd"),
  orders_min: aCount,
  sort: oneOf("newest", "oldest"),
};

const read = (query: string) => readListState(new URLSearchParams(query), FIELDS);

describe("list state", () => {
  it("survives the way into the address and back", () => {
    const query =
      "search=red+heart&from=2010-12-01&cohort=2010-12&product=prd_01H8&orders_min=2&sort=oldest&cursor=abc&page=3";
    const state = read(query);
    expect(state.filters.search).toBe("red heart");
    expect(state.page).toBe(3);
    expect(readListState(writeListState(state), FIELDS)).toEqual(state);
  });

  it("drops what cannot be right", () => {
    const wrong =
      "from=2010-02-30&cohort=december&product=ord_01H8&orders_min=0&sort=fastest&unknown=1&search=%20&page=7";
    expect(read(wrong)).toEqual({ filters: {}, cursor: "", page: 1 });
  });

  it("begins at the first page when the rows change", () => {
    const state = withFilters(read("search=a&cursor=abc&page=3"), { search: undefined, from: "2011-01-01" });
    expect(writeListState(state).toString()).toBe("from=2011-01-01");
  });

  it("knows when anything narrows the list", () => {
    expect(isFiltered(read("sort=oldest").filters)).toBe(false);
    expect(isFiltered(read("search=a").filters)).toBe(true);
  });
});
