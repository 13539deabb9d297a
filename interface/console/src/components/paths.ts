/** Addresses of the screens; a link is never put together anywhere else. */

type Params = Record<string, string | number | undefined>;

export function withQuery(path: string, params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export const HOME = "/";
export const SETUP = "/setup";
export const SIGN_IN = "/sign-in";
export const MODELS = "/models";
export const SHOP_SETTINGS = "/settings/shop";
export const API_SETTINGS = "/settings/api";
export const SOURCES = "/settings/sources";
export const PRIVACY = "/settings/privacy";
export const LIVE_EVENTS = "/analyze/events";
export const FUNNEL = "/analyze/funnel";
export const RETENTION = "/analyze/retention";
export const PATHS = "/analyze/paths";
export const IDENTITY = "/identity";

export const productsPath = (params: Params = {}) => withQuery("/products", params);
export const ordersPath = (params: Params = {}) => withQuery("/orders", params);
export const returnsPath = (params: Params = {}) => withQuery("/returns", params);
export const membersPath = (params: Params = {}) => withQuery("/members", params);

export const sourcesPath = (params: Params = {}) => withQuery(SOURCES, params);
export const identityPath = (params: Params = {}) => withQuery(IDENTITY, params);

export const sourcePath = (id: string, params: Params = {}) => withQuery(`${SOURCES}/${id}`, params);
export const productPath = (id: string) => `/products/${id}`;
export const orderPath = (id: string) => `/orders/${id}`;
export const returnPath = (id: string) => `/returns/${id}`;
export const memberPath = (id: string) => `/members/${id}`;
