/** What every event says of the page it comes from. */
declare const __VERSION__: string;

const LIBRARY = { name: "mercat-tracker", version: __VERSION__ };

/** The page, without the part of its address that stays in the browser. */
export const page = () => ({
  url: location.href.split("#")[0]!,
  path: location.pathname,
  title: document.title,
  referrer: document.referrer,
  search: location.search,
});

/** The context of an event by the Segment specification, before the visit and the consent are added. */
export const context = () => ({ page: page(), locale: navigator.language, library: LIBRARY });
