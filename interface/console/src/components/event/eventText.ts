/**
 * Events as the API writes them in an address: `product_viewed[device=phone],"Video, Played"`.
 *
 * Names with marks of that grammar stand in double quotes. Conditions in brackets are kept as they are.
 */
import type { Text } from "../../i18n/useText";
import { kindName } from "./kinds";

/** An event of a report: what kinds, and the text between its brackets. */
export type EventText = { kinds: string[]; where: string };

const PLAIN = /^[\p{L}\p{N}_.\-/:]+(?: [\p{L}\p{N}_.\-/:]+)*$/u;

/** A word that the server reads as one. */
export function wordOf(text: string): string {
  return PLAIN.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function unquoted(word: string): string {
  const trimmed = word.trim();
  return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replace(/\\(.)/gs, "$1") : trimmed;
}

/** Splits at a mark that stands neither in quotes nor in brackets. Null when one of them is not closed. */
function split(text: string, mark: string): string[] | null {
  const parts = [""];
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quoted && letter === "\\") {
      parts.push(`${parts.pop()}${letter}${text[at + 1] ?? ""}`);
      at += 1;
      continue;
    }
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === "[") depth += 1;
    else if (!quoted && letter === "]") depth -= 1;
    if (depth < 0) return null;
    if (letter === mark && !quoted && depth === 0) parts.push("");
    else parts.push(`${parts.pop()}${letter}`);
  }
  return quoted || depth !== 0 ? null : parts;
}

/** Null for what is no event. */
export function readEvent(text: string): EventText | null {
  const trimmed = text.trim();
  const bracket = (split(trimmed, "[") ?? []).length > 0 ? firstBracket(trimmed) : -1;
  const head = bracket < 0 ? trimmed : trimmed.slice(0, bracket);
  const where = bracket < 0 ? "" : trimmed.slice(bracket + 1, -1).trim();
  if (bracket >= 0 && !trimmed.endsWith("]")) return null;
  const kinds = split(head, "|")?.map(unquoted);
  if (!kinds || kinds.some((kind) => kind === "")) return null;
  return { kinds, where };
}

function firstBracket(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (quoted && text[at] === "\\") at += 1;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === "[") return at;
  }
  return -1;
}

/** Null for what are no events. */
export function readEvents(text: string): EventText[] | null {
  const parts = split(text, ",");
  if (!parts) return null;
  const events = parts.map(readEvent);
  return events.every((event) => event !== null) ? events : null;
}

export function writeEvent({ kinds, where }: EventText): string {
  const head = kinds.map((kind) => (kind === "*" ? kind : wordOf(kind))).join("|");
  return where ? `${head}[${where}]` : head;
}

export function writeEvents(events: EventText[]): string {
  return events.map(writeEvent).join(",");
}

/** The event in words: `Viewed a product · device=phone`. */
export function eventName(text: Text, written: string): string {
  const event = readEvent(written);
  if (!event) return written;
  const kinds = event.kinds.map((kind) => (kind === "*" ? text("event-any") : kindName(text, kind))).join(" / ");
  return event.where ? `${kinds} · ${event.where}` : kinds;
}
