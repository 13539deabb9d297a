/** Who visits, as far as we may know: an anonymous id, a visit with where it came from, and a user id once told. */
import { ANONYMOUS_ID_DAYS, SESSION_MINUTES } from "./limits";
import { cookie, isOpen, read, readJson, remove, setCookie, write } from "./storage";

const COOKIE = "mercat_aid";
const USER = "user";
const SESSION = "session";

/** One visit. */
export interface Session {
  id: string;
  /** The last activity, in ms. */
  at: number;
  /** UTM parameters of the page that the visit began on, or of a later advertisement. */
  campaign?: Record<string, string>;
  /** The page of another site that led here. */
  referrer?: string;
}

let unkept: string | undefined;

/** A random UUID (version 4); `crypto.randomUUID` is missing on pages without https. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = [...bytes].map((byte) => (byte + 256).toString(16).slice(1)).join("");
  return text.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, "$1-$2-4$3-a$4-$5");
}

/** The anonymous id. Its cookie is written once, so that its life is not extended. */
export function anonymousId(): string {
  const kept = cookie(COOKIE);
  if (kept) {
    unkept = undefined;
    return kept;
  }
  unkept ??= uuid();
  if (isOpen()) setCookie(COOKIE, unkept, ANONYMOUS_ID_DAYS);
  return unkept;
}

export const userId = () => read(USER) ?? undefined;

export const keepUserId = (id: string) => write(USER, id);

/** The visit that goes on, or a new one. */
export function session(): Session {
  const now = Date.now();
  const kept = readJson<Session>(SESSION);
  const goesOn = kept && now - kept.at < SESSION_MINUTES * 60_000;
  const campaign = campaignOf(location.search) ?? (goesOn ? kept.campaign : undefined);
  const came = document.referrer && new URL(document.referrer).origin !== location.origin;
  const began = { id: uuid(), referrer: came ? document.referrer : undefined };
  const visit = { ...(goesOn ? kept : began), at: now, campaign };
  write(SESSION, JSON.stringify(visit));
  return visit;
}

/** The UTM parameters; Segment calls `utm_campaign` the campaign's `name`. */
function campaignOf(search: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(search)) {
    if (key.startsWith("utm_") && value) found[key === "utm_campaign" ? "name" : key.slice(4)] = value;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** The next event is by somebody else. */
export function forgetVisitor() {
  unkept = undefined;
  if (cookie(COOKIE)) setCookie(COOKIE, "", 0);
  remove(USER);
  remove(SESSION);
}
