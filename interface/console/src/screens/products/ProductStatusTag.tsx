/** Whether a product is on sale. */
import { Tag } from "antd";
import { msg, useText } from "../../i18n/useText";

export const PRODUCT_STATUS_NAMES: Record<string, string> = {
  published: msg("product-status-published"),
  archived: msg("product-status-archived"),
};

export function ProductStatusTag({ status }: { status: string }) {
  const text = useText();
  const name = PRODUCT_STATUS_NAMES[status];
  return <Tag color={status === "published" ? "success" : "default"}>{name ? text(name) : status}</Tag>;
}
