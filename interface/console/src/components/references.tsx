/** Links to a product, an order, a return or a member, shown alike on every screen. */
import { Link } from "react-router";
import type { MemberRef, ProductRef } from "../api/types";
import { useText } from "../i18n/useText";
import { memberPath, productPath } from "./paths";
import { ProductPicture } from "./ProductPicture";

export function ProductLink({ product, note }: { product: ProductRef; note?: string }) {
  return (
    <span className="product-link">
      <ProductPicture source={product.picture} />
      <span className="product-link-text">
        <Link to={productPath(product.id)}>{product.title}</Link>
        {note && <span className="muted small">{note}</span>}
      </span>
    </span>
  );
}

export function MemberLink({ member }: { member: MemberRef | null }) {
  const text = useText();
  if (!member) return <span className="muted">{text("member-guest")}</span>;
  return <Link to={memberPath(member.id)}>{memberTitle(member)}</Link>;
}

/** Imported members may have a number and no name. */
export function memberTitle(member: MemberRef): string {
  return member.name || member.number;
}
