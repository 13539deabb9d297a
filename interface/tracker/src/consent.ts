/**
 * What the visitor agreed to: the cookie `mercat_consent` is the only place that says so, whoever wrote it, the
 * server's form or a page's script. A browser that asks not to be followed has answered already.
 */
import { CONSENT_DAYS } from "./limits";
import { cookie, setCookie } from "./storage";

/** `required`: nothing before the visitor agrees. `implied`: until the visitor refuses. */
export type ConsentPolicy = "required" | "implied";

/** What events may be used for. */
export interface Consent {
  analytics: boolean;
  personalisation?: boolean;
  marketing?: boolean;
}

const COOKIE = "mercat_consent";
const PURPOSES = ["analytics", "personalisation", "marketing"] as const;

/** Global Privacy Control or Do Not Track. */
export function isPrivate(): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || doNotTrack === "1";
}

/** What holds now; undefined while the visitor has to be asked. The version is that of the text they were shown. */
export function consentNow(policy: ConsentPolicy, version: string): Consent | undefined {
  const agreed = (...purposes: string[]) =>
    Object.fromEntries(PURPOSES.map((purpose) => [purpose, purposes.includes(purpose)])) as unknown as Consent;
  if (isPrivate()) return agreed();
  const [found, ...purposes] = (cookie(COOKIE) ?? "").split(".");
  if (found === version) return agreed(...purposes);
  return policy === "implied" ? agreed("analytics", "personalisation") : undefined;
}

/** Keeps a choice, as the server's form does. */
export function keepConsent(consent: Consent, version: string) {
  setCookie(COOKIE, [version, ...PURPOSES.filter((purpose) => consent[purpose])].join("."), CONSENT_DAYS);
}
