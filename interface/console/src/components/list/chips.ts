/** Chips for the filters in force: one a field, with its value in words. */
import type { Chip } from "./FilterChips";
import type { Fields, Filters } from "./listState";
import type { List } from "./useListState";

type Labels<F extends Fields> = { [Name in keyof F]?: (value: string) => string };

/** Fields without a label are not told: the search stands in its own field, the sort narrows nothing. */
export function chipsOf<F extends Fields>(list: List<F>, labels: Labels<F>): Chip[] {
  const chips: Chip[] = [];
  for (const name of Object.keys(labels) as (keyof F & string)[]) {
    const value = list.filters[name];
    const label = labels[name];
    if (!value || !label) continue;
    const without = { [name]: undefined } as Filters<F>;
    chips.push({ key: name, label: label(value), remove: () => list.filter(without) });
  }
  return chips;
}
