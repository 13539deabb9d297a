/** The rows behind the figures of a report: the same period, customers and currency, as list addresses. */
import type { Overview } from "../../api/types";
import { membersPath, ordersPath, returnsPath } from "../../components/paths";
import type { Period } from "./presets";

type Report = Pick<Overview, "from" | "to" | "customers" | "currency">;

export function rowsBehind({ from, to, customers, currency }: Report) {
  const sales = { from, to, customers, currency };
  const buyers = { ordered_from: from, ordered_to: to, currency };
  return {
    orders: (more: Record<string, string> = {}) => ordersPath({ ...sales, ...more }),
    ordersOf: (period: Period) => ordersPath({ ...sales, from: period.from, to: period.to }),
    returns: (period: Period = { from, to }) =>
      returnsPath({ ...sales, from: period.from, to: period.to }),
    members: (more: Record<string, string> = {}) => membersPath({ ...buyers, ...more }),
    membersOf: (period: Period) => membersPath({ ordered_from: period.from, ordered_to: period.to, currency }),
  };
}

export type RowsBehind = ReturnType<typeof rowsBehind>;
