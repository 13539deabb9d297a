/** The kinds of events that Mercat knows, with their names and icons. Other names are shown as they came. */
import { type Text, msg } from "../../i18n/useText";
import type { IconName } from "../Icon";

type Kind = { name: string; icon: IconName };

const KINDS: Record<string, Kind> = {
  page_viewed: { name: msg("event-page-viewed"), icon: "view" },
  screen_viewed: { name: msg("event-screen-viewed"), icon: "view" },
  product_list_viewed: { name: msg("event-product-list-viewed"), icon: "view" },
  product_list_filtered: { name: msg("event-product-list-filtered"), icon: "view" },
  products_searched: { name: msg("event-products-searched"), icon: "search" },
  product_clicked: { name: msg("event-product-clicked"), icon: "view" },
  product_viewed: { name: msg("event-product-viewed"), icon: "view" },
  product_wished: { name: msg("event-product-wished"), icon: "star" },
  product_unwished: { name: msg("event-product-unwished"), icon: "star" },
  product_shared: { name: msg("event-product-shared"), icon: "external" },
  product_added: { name: msg("event-product-added"), icon: "cart" },
  product_removed: { name: msg("event-product-removed"), icon: "cart" },
  cart_viewed: { name: msg("event-cart-viewed"), icon: "cart" },
  checkout_started: { name: msg("event-checkout-started"), icon: "cart" },
  checkout_step_viewed: { name: msg("event-checkout-step-viewed"), icon: "cart" },
  checkout_step_completed: { name: msg("event-checkout-step-completed"), icon: "cart" },
  payment_info_entered: { name: msg("event-payment-info-entered"), icon: "cart" },
  order_completed: { name: msg("event-order-completed"), icon: "orders" },
  order_updated: { name: msg("event-order-updated"), icon: "orders" },
  order_cancelled: { name: msg("event-order-cancelled"), icon: "returns" },
  order_refunded: { name: msg("event-order-refunded"), icon: "returns" },
  product_reviewed: { name: msg("event-product-reviewed"), icon: "star" },
  coupon_entered: { name: msg("event-coupon-entered"), icon: "dot" },
  coupon_applied: { name: msg("event-coupon-applied"), icon: "check" },
  coupon_denied: { name: msg("event-coupon-denied"), icon: "close" },
  coupon_removed: { name: msg("event-coupon-removed"), icon: "close" },
  promotion_viewed: { name: msg("event-promotion-viewed"), icon: "view" },
  promotion_clicked: { name: msg("event-promotion-clicked"), icon: "view" },
  identified: { name: msg("event-identified"), icon: "account" },
  aliased: { name: msg("event-aliased"), icon: "account" },
  grouped: { name: msg("event-grouped"), icon: "members" },
};

export const KNOWN_KINDS: readonly string[] = Object.keys(KINDS);

export function kindName(text: Text, kind: string): string {
  const known = KINDS[kind];
  return known ? text(known.name) : kind;
}

export function kindIcon(kind: string): IconName {
  return KINDS[kind]?.icon ?? "dot";
}
