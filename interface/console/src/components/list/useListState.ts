/** The list state of the current address, and the moves that change it. */
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { type Fields, type Filters, type ListState, readListState, withFilters, writeListState } from "./listState";

/** The cursors of the pages before this one; kept in the history entry, since cursors only lead forward. */
type Trail = { trail?: string[] };

export type List<F extends Fields> = ListState<F> & {
  /** `typing` replaces the history entry, so that Back does not go letter by letter. */
  filter: (change: Filters<F>, typing?: boolean) => void;
  /** The address of the same screen with other filters, for links. */
  address: (change: Filters<F>) => string;
  clear: () => void;
  next: (cursor: string) => void;
  previous: () => void;
};

export function useListState<F extends Fields>(fields: F): List<F> {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const state = useMemo(() => readListState(params, fields), [params, fields]);
  const trail = useMemo(() => (location.state as Trail | null)?.trail ?? [], [location.state]);

  const go = useCallback(
    (next: ListState<F>, options: { replace?: boolean; state?: Trail } = {}) => {
      void navigate({ search: writeListState(next).toString() }, { preventScrollReset: options.replace === true, ...options });
    },
    [navigate],
  );
  return useMemo(
    () => ({
      ...state,
      filter: (change, typing = false) => go(withFilters(state, change), { replace: typing }),
      address: (change) => `?${writeListState(withFilters(state, change)).toString()}`,
      clear: () => go({ filters: state.filters.sort ? { sort: state.filters.sort } as Filters<F> : {}, cursor: "", page: 1 }),
      next: (cursor) => go({ ...state, cursor, page: state.page + 1 }, { state: { trail: [...trail, state.cursor] } }),
      previous: () => {
        // A page that was opened by its address has no trail: back means the first page.
        const cursor = trail.at(-1) ?? "";
        go({ ...state, cursor, page: cursor ? state.page - 1 : 1 }, { state: { trail: trail.slice(0, -1) } });
      },
    }),
    [state, trail, go],
  );
}
