/**
 * Every limit and lifetime of the tracker. The privacy page states the lifetimes, and a test of the server reads
 * them here, so that what is stated is what is done.
 */

/** The anonymous id: the 13 months that regulators advise, counted from the first visit and not extended by later ones. */
export const ANONYMOUS_ID_DAYS = 395;

/** The visitor's choice; regulators advise to ask again after six months. */
export const CONSENT_DAYS = 180;

/** A visit ends after this much inactivity. */
export const SESSION_MINUTES = 30;

/** Unsent events are dropped before the server's memory of message ids (7 days) ends, so that none counts twice. */
export const QUEUE_DAYS = 6;

/** Events that wait, here and in other tabs: hours of browsing without a network. The oldest go first. */
export const QUEUE_EVENTS_MAX = 400;

/** Characters that wait: a tenth of what a browser usually gives to a site. */
export const QUEUE_LENGTH_MAX = 500_000;

/** The server takes 32 KB an event. */
export const EVENT_BYTES_MAX = 32_000;

/** Browsers let a page that is left send 64 KiB, so no batch is larger (the server would take 500 KB). */
export const BATCH_BYTES_MAX = 60_000;

export const BATCH_EVENTS_MAX = 100;

/** Events that come together travel together. */
export const FLUSH_MS = 250;

/** The first pause after a failure; it doubles up to the longest one. */
export const RETRY_MS_MIN = 1_000;
export const RETRY_MS_MAX = 300_000;

/** A server that asks for more patience than this is asked again. */
export const RETRY_AFTER_MS_MAX = 3_600_000;

/** No answer within this is a failure. */
export const ANSWER_MS_MAX = 20_000;

/** Another tab is sending; it takes what this one has with it, most of the time. */
export const OTHER_TAB_MS = 2_000;

/** What a page sent while it was left may still be on its way for this long; then it is sent again. */
export const LEFT_MS = 10_000;
