/** The pages of the console, grouped by the job that they serve. Only what works is listed. */
import { msg } from "../../i18n/useText";
import type { IconName } from "../Icon";
import {
  API_SETTINGS,
  FUNNEL,
  HOME,
  IDENTITY,
  LIVE_EVENTS,
  MODELS,
  PATHS,
  PRIVACY,
  RETENTION,
  SHOP_SETTINGS,
  SOURCES,
} from "../paths";

/** Without the permission the page is not offered; the server refuses its rows anyway. */
export type PageEntry = { path: string; label: string; icon: IconName; permission: string | null };
export type PageGroup = { key: string; label: string | null; pages: PageEntry[] };

const PAGE_GROUPS: PageGroup[] = [
  { key: "home", label: null, pages: [{ path: HOME, label: msg("nav-home"), icon: "home", permission: "reports:read" }] },
  {
    key: "audience",
    label: msg("nav-audience"),
    pages: [
      { path: "/members", label: msg("nav-members"), icon: "members", permission: "members:read" },
      { path: IDENTITY, label: msg("nav-identity"), icon: "account", permission: "members:read" },
    ],
  },
  {
    key: "discover",
    label: msg("nav-discover"),
    pages: [{ path: MODELS, label: msg("nav-models"), icon: "models", permission: "models:read" }],
  },
  {
    key: "analyze",
    label: msg("nav-analyze"),
    pages: [
      { path: LIVE_EVENTS, label: msg("nav-live-events"), icon: "pulse", permission: "reports:read" },
      { path: FUNNEL, label: msg("nav-funnel"), icon: "funnel", permission: "reports:read" },
      { path: RETENTION, label: msg("nav-retention"), icon: "grid", permission: "reports:read" },
      { path: PATHS, label: msg("nav-paths"), icon: "branch", permission: "reports:read" },
    ],
  },
  {
    key: "store",
    label: msg("nav-store"),
    pages: [
      { path: "/products", label: msg("nav-products"), icon: "products", permission: "products:read" },
      { path: "/orders", label: msg("nav-orders"), icon: "orders", permission: "orders:read" },
      { path: "/returns", label: msg("nav-returns"), icon: "returns", permission: "orders:read" },
    ],
  },
  {
    key: "settings",
    label: msg("nav-settings"),
    pages: [
      { path: SHOP_SETTINGS, label: msg("nav-shop-settings"), icon: "shop", permission: "settings:read" },
      { path: SOURCES, label: msg("nav-sources"), icon: "plug", permission: "settings:read" },
      { path: PRIVACY, label: msg("nav-privacy"), icon: "shield", permission: "members:read" },
      { path: API_SETTINGS, label: msg("nav-api-settings"), icon: "api", permission: null },
    ],
  },
];

/** The groups with the pages that the permissions open. */
export function pagesFor(permissions: readonly string[]): PageGroup[] {
  return PAGE_GROUPS.map((group) => ({
    ...group,
    pages: group.pages.filter(({ permission }) => permission === null || permissions.includes(permission)),
  })).filter(({ pages }) => pages.length > 0);
}
