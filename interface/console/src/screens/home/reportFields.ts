/** What the address of Home may say. */
import { aCurrency, aDay, oneOf } from "../../components/list/listState";

export const METRICS = ["revenue", "orders", "customers", "returns"] as const;
export type Metric = (typeof METRICS)[number];

export const REPORT_FIELDS = {
  from: aDay,
  to: aDay,
  customers: oneOf("known", "all"),
  currency: aCurrency,
  metric: oneOf(...METRICS),
  trend: oneOf("chart", "table"),
  retention: oneOf("share", "count"),
};
export type ReportFields = typeof REPORT_FIELDS;
