/** A funnel as its address says it, so that it can be shared. */
import { type EventText, readEvents, writeEvents } from "../../../components/event/eventText";
import { type FieldTest, anyText, oneOf } from "../../../components/list/listState";
import type { FunnelQuery } from "../../../api/behaviour";
import { type Period, PERIOD_FIELDS } from "../period";

export const STEPS_MIN = 2;
export const STEPS_MAX = 10;

/** The way of a purchase: what most people look at first. */
const STEPS_DEFAULT = "product_viewed,product_added,order_completed";

/** As the server has it: a week, in which most of those who will buy have bought. */
export const WINDOW_DEFAULT = 7;
export const WINDOWS = [1, 3, 7, 14, 30, 90] as const;

export const COLUMNS = [
  "device",
  "region",
  "channel",
  "source",
  "product",
  "merchant",
  "currency",
  "utm.source",
  "utm.medium",
  "utm.campaign",
] as const;

const aFunnel: FieldTest = (value) => {
  const steps = readEvents(value)?.length ?? 0;
  return steps >= STEPS_MIN && steps <= STEPS_MAX;
};
const aWindow: FieldTest = (value) => /^[1-9]\d{0,2}$/.test(value) && Number(value) <= 366;
const aColumn: FieldTest = (value) =>
  COLUMNS.some((column) => column === value) || /^(utm|properties)\.[^\s]{1,60}$/.test(value) || ["session", "url"].includes(value);

/** `2` are the people of the second step, `2d` those of them who came no further. */
const aStep: FieldTest = (value) => /^([1-9]|10)d?$/.test(value);

export const FUNNEL_FIELDS = {
  ...PERIOD_FIELDS,
  steps: aFunnel,
  window: aWindow,
  by: aColumn,
  view: oneOf("chart", "table"),
  people: aStep,
  group: anyText,
  rest: oneOf("none"),
};
export type FunnelFields = typeof FUNNEL_FIELDS;

type Filters = { [Name in keyof FunnelFields]?: string };

export function stepsOf({ steps }: Filters): EventText[] {
  return readEvents(steps ?? STEPS_DEFAULT) ?? [];
}

export function funnelAsk(filters: Filters, period: Period): FunnelQuery {
  return {
    ...period,
    steps: writeEvents(stepsOf(filters)),
    window_days: Number(filters.window ?? WINDOW_DEFAULT),
    ...(filters.by ? { by: filters.by } : {}),
  };
}

export type WhichPeople = { step: number; dropped: boolean };

export function readPeople(text: string | undefined): WhichPeople | undefined {
  if (!text) return undefined;
  return { step: Number.parseInt(text, 10), dropped: text.endsWith("d") };
}

export function writePeople({ step, dropped }: WhichPeople): string {
  return dropped ? `${step}d` : String(step);
}
