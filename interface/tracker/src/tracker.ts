/**
 * The tracker: turns calls into events of the Segment HTTP API and lets them wait until the visitor's consent and
 * the network allow to send them. Without consent nothing is sent and nothing is kept.
 */
import { type Consent, type ConsentPolicy, consentNow, isPrivate, keepConsent } from "./consent";
import { context, page } from "./context";
import { delivery } from "./delivery";
import { add, amend } from "./queue";
import { forgetStorage, isOpen, openStorage } from "./storage";
import { anonymousId, forgetVisitor, keepUserId, session, userId, uuid } from "./visitor";

export type { Consent, ConsentPolicy } from "./consent";

/** How a tracker is set up. */
export interface Options {
  /** The key of the source that the events belong to. */
  writeKey: string;
  /** Where the events go, such as `https://shop.example`; the page's own origin by default. */
  host?: string;
  /** Whether the visitor is asked first; `required` by default. */
  consent?: ConsentPolicy;
  /** The version of the text that asks; a choice about another text does not count. `1` by default. */
  consentVersion?: string;
}

/** Anything that JSON can say, by name. */
export type Properties = Record<string, unknown>;

export interface Tracker {
  /** A page was shown. */
  page(name?: string, properties?: Properties, messageId?: string): void;
  /** Something was done, such as `Product Added`. */
  track(event: string, properties?: Properties, messageId?: string): void;
  /** The visitor is this user, from now on. */
  identify(userId: string, traits?: Properties): void;
  /** Two ids are one person; the anonymous id is the earlier one by default. */
  alias(userId: string, previousId?: string): void;
  /** Keeps the visitor's choice and acts on it. */
  consent(choice: Consent): void;
  /** Acts on a choice that was kept by somebody else, such as the server. */
  refresh(): void;
  /** The next event is by somebody else: a sign-out. */
  reset(): void;
  /** Sends what waits; resolves when the server has answered. */
  flush(): Promise<void>;
}

export function load(options: Options): Tracker {
  const { writeKey, host = location.origin, consent: policy = "required", consentVersion = "1" } = options;
  const choice = () => consentNow(policy, consentVersion);
  const isAllowed = () => choice()?.analytics === true;
  const { soon, now, leave } = delivery(`${host.replace(/\/$/, "")}/v1/batch`, writeKey, isAllowed);

  /** Acts on what the visitor agreed to: keeps and sends what waited, or forgets it. */
  function refresh() {
    const consent = choice();
    if (consent?.analytics) {
      if (!isOpen()) {
        openStorage();
        anonymousId();
        amend((event) => (event.context.consent ??= { categoryPreferences: consent }));
      }
      soon();
    } else if (consent) {
      forgetStorage();
      forgetVisitor();
    }
  }

  function send(type: string, facts: Properties, messageId = uuid()) {
    refresh();
    const consent = choice();
    if (consent && !consent.analytics) return;
    const { id, campaign, referrer } = session();
    add({
      type,
      messageId,
      anonymousId: anonymousId(),
      userId: userId(),
      ...facts,
      context: {
        ...context(),
        sessionId: id,
        campaign,
        referrer: referrer && { url: referrer },
        consent: consent && { categoryPreferences: consent },
      },
      timestamp: new Date().toISOString(),
    });
    soon();
  }

  addEventListener("visibilitychange", () => (document.hidden ? leave(false) : soon()), true);
  addEventListener("pagehide", () => leave(true));
  refresh();
  return {
    page: (name, properties, id) => send("page", { name, properties: { ...page(), ...properties } }, id),
    track: (event, properties = {}, id) => send("track", { event, properties }, id),
    identify(id, traits = {}) {
      if (choice()?.analytics !== false) keepUserId(id);
      send("identify", { traits });
    },
    alias: (id, previousId = anonymousId()) => send("alias", { userId: id, previousId }),
    consent(chosen) {
      if (isPrivate()) return;
      keepConsent(chosen, consentVersion);
      refresh();
    },
    refresh,
    reset: forgetVisitor,
    flush: now,
  };
}
