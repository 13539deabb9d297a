/**
 * The tracker as a script of a page. `data-` attributes of its element set it up, `window.mercat` takes calls before
 * and after it is loaded, and what the server says of the page is sent with the page view.
 */
import { type ConsentPolicy, type Options, type Properties, type Tracker, load } from "./tracker";

/** A call that came before the script: its name and its arguments. */
type Call = [name: string, ...args: unknown[]];

/** What the server says of the page, in `<script type="application/json" id="mercat-page-event">`. */
interface PageEvent {
  /** The id of this page view, which the server uses as well, so that it counts once. */
  page_view_id?: string;
  name?: string;
  event?: string;
  properties?: Properties;
}

const global = window as unknown as { mercat?: Call[] | (Tracker & { push(...calls: Call[]): void }) };
const script = document.currentScript as HTMLScriptElement | null;
let tracker: Tracker | undefined;

function start(options: Options, automatic = true) {
  tracker = load(options);
  if (!automatic) return;
  viewed(JSON.parse(document.getElementById("mercat-page-event")?.textContent || "{}"));
  // A page that comes back from the browser's memory is seen again; the server does not know.
  addEventListener("pageshow", ({ persisted }) => persisted && tracker?.page());
  addEventListener("submit", choose);
}

function viewed({ page_view_id, name, event, properties }: PageEvent) {
  tracker!.page(name, properties, page_view_id);
  if (event) tracker!.track(event, properties, page_view_id && `${page_view_id}.event`);
}

/** Sends the form of the consent banner without leaving the page, so that where the visit came from is not lost. */
async function choose(event: SubmitEvent) {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  const banner = form.closest("[data-mercat-consent]");
  if (!banner || !button) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  body.append(button.name, button.value);
  try {
    // The answer leads back to this page; its cookie is what counts.
    const { type } = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (type !== "opaqueredirect") throw type;
  } catch {
    banner.removeAttribute("data-mercat-consent");
    return form.requestSubmit(button);
  }
  banner.remove();
  document.querySelector("main")?.focus();
  tracker!.refresh();
}

function call([name, ...args]: Call) {
  if (name === "load") start(args[0] as Options);
  else (tracker?.[name as keyof Tracker] as ((...args: unknown[]) => void) | undefined)?.(...args);
}

function begin() {
  const early = Array.isArray(global.mercat) ? global.mercat : [];
  const { writeKey, host, consent, consentVersion, automatic } = script?.dataset ?? {};
  if (writeKey) {
    const own = script!.src && new URL(script!.src).origin;
    const options = { writeKey, host: host ?? (own || undefined), consent: consent as ConsentPolicy, consentVersion };
    start(options, automatic !== "false");
  }
  early.forEach(call);
  const methods = ["page", "track", "identify", "alias", "consent", "refresh", "reset", "flush"];
  const forwarded = methods.map((name) => [name, (...args: unknown[]) => call([name, ...args])]);
  global.mercat = { ...Object.fromEntries(forwarded), push: (...calls: Call[]) => calls.forEach(call) };
}

// A page that is rendered ahead is not seen yet.
if ((document as { prerendering?: boolean }).prerendering) {
  addEventListener("prerenderingchange", begin, { once: true });
} else begin();
