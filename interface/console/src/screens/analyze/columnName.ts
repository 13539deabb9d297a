/** The columns of events in words; names of a client's own stay as they are. */
import { type Text, msg } from "../../i18n/useText";

const NAMES: Record<string, string> = {
  device: msg("event-column-device"),
  region: msg("event-column-region"),
  channel: msg("event-column-channel"),
  source: msg("event-column-source"),
  product: msg("event-column-product"),
  merchant: msg("event-column-merchant"),
  currency: msg("event-column-currency"),
  url: msg("event-column-url"),
  session: msg("event-column-session"),
  "utm.source": msg("event-column-utm-source"),
  "utm.medium": msg("event-column-utm-medium"),
  "utm.campaign": msg("event-column-utm-campaign"),
};

export function columnName(text: Text, column: string): string {
  const known = NAMES[column];
  return known ? text(known) : column;
}
