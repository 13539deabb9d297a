/** The pages of the console, grouped by the job that they serve. Only what works is listed. */
import { msg } from "../../i18n/useText";
import type { IconName } from "../Icon";
import { API_SETTINGS, HOME, MODELS, SHOP_SETTINGS } from "../paths";

export type PageEntry = { path: string; label: string; icon: IconName };
export type PageGroup = { key: string; label: string | null; pages: PageEntry[] };

export const PAGE_GROUPS: PageGroup[] = [
  { key: "home", label: null, pages: [{ path: HOME, label: msg("nav-home"), icon: "home" }] },
  {
    key: "audience",
    label: msg("nav-audience"),
    pages: [{ path: "/members", label: msg("nav-members"), icon: "members" }],
  },
  {
    key: "discover",
    label: msg("nav-discover"),
    pages: [{ path: MODELS, label: msg("nav-models"), icon: "models" }],
  },
  {
    key: "store",
    label: msg("nav-store"),
    pages: [
      { path: "/products", label: msg("nav-products"), icon: "products" },
      { path: "/orders", label: msg("nav-orders"), icon: "orders" },
      { path: "/returns", label: msg("nav-returns"), icon: "returns" },
    ],
  },
  {
    key: "settings",
    label: msg("nav-settings"),
    pages: [
      { path: SHOP_SETTINGS, label: msg("nav-shop-settings"), icon: "shop" },
      { path: API_SETTINGS, label: msg("nav-api-settings"), icon: "api" },
    ],
  },
];
