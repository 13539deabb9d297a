/**
 * Events that wait to be sent, each under a name of its own, so that several tabs add and remove without a lock.
 * Names begin with the time, so their order is that of the events.
 */
import {
  BATCH_BYTES_MAX,
  BATCH_EVENTS_MAX,
  EVENT_BYTES_MAX,
  LEFT_MS,
  QUEUE_DAYS,
  QUEUE_EVENTS_MAX,
  QUEUE_LENGTH_MAX,
} from "./limits";
import { names, read, readJson, remove, write } from "./storage";

const EVENT = "event.";
const LEFT = "left";

const tab = Math.random().toString(36).slice(2, 6);
let added = 1_000;

const bytes = (text: string) => new TextEncoder().encode(text).length;
const startedAt = (name: string) => parseInt(name.slice(EVENT.length, EVENT.length + 8), 36);

export const waiting = () => names(EVENT);

/** Whether this tab added it. */
export const isOwn = (name: string) => name.endsWith(tab);

/** Adds an event, and drops the oldest beyond the limits. One that no server takes is dropped at once. */
export function add(event: unknown) {
  const text = JSON.stringify(event);
  if (bytes(text) > EVENT_BYTES_MAX) return;
  write(EVENT + Date.now().toString(36) + added++ + tab, text);
  const all = waiting();
  const lengths = all.map((name) => read(name)?.length ?? 0);
  let length = lengths.reduce((sum, one) => sum + one, 0);
  for (let i = 0; all.length - i > QUEUE_EVENTS_MAX || length > QUEUE_LENGTH_MAX; i++) {
    length -= lengths[i]!;
    remove(all[i]!);
  }
}

/** Changes all events that wait. */
export function amend(change: (event: { context: Record<string, unknown> }) => void) {
  for (const name of waiting()) {
    const event = readJson<{ context: Record<string, unknown> }>(name);
    if (!event) continue;
    change(event);
    write(name, JSON.stringify(event));
  }
}

/** The next batch of those that fit: names and texts. */
export function take(fits: (name: string) => boolean, countMax = BATCH_EVENTS_MAX): [string, string][] {
  const [leftAt, left] = readJson<[number, string[]]>(LEFT) ?? [0, []];
  const onTheWay = Date.now() - leftAt < LEFT_MS ? left : [];
  const batch: [string, string][] = [];
  let size = 200;
  for (const name of waiting()) {
    if (Date.now() - startedAt(name) > QUEUE_DAYS * 86_400_000) remove(name);
    const text = read(name);
    if (!text || onTheWay.includes(name) || !fits(name)) continue;
    size += bytes(text) + 1;
    if (batch.length >= countMax || size > BATCH_BYTES_MAX) break;
    batch.push([name, text]);
  }
  return batch;
}

/** Notes what a page is sending while it is left: it will not learn of the answer. */
export const noteLeft = (sent: string[]) => write(LEFT, JSON.stringify([Date.now(), sent]));
