/** Recommended products, each with its reasons and what made it. */
import { Link } from "react-router";
import type { Recommendation } from "../api/types";
import { useFormat } from "../i18n/useFormat";
import { msg, useText } from "../i18n/useText";
import { productPath } from "./paths";
import { ProductPicture } from "./ProductPicture";

const STRATEGIES: Record<string, string> = {
  popular: msg("strategy-popular"),
  popular_in_category: msg("strategy-popular-in-category"),
  popular_in_region: msg("strategy-popular-in-region"),
  newest: msg("strategy-newest"),
  also_bought: msg("strategy-also-bought"),
  similar: msg("strategy-similar"),
  personal: msg("strategy-personal"),
};

export function Recommendations({ items }: { items: Recommendation[] }) {
  const text = useText();
  const format = useFormat();
  if (items.length === 0) return <p className="muted">{text("recommendations-none")}</p>;
  return (
    <ul className="recommendations">
      {items.map(({ product, reasons, strategy, score }) => {
        const known = STRATEGIES[strategy];
        return (
          <li key={product.id}>
            <ProductPicture source={product.picture} size={48} />
            <div>
              <Link to={productPath(product.id)}>{product.title}</Link>
              <div className="recommendation-price">{format.money(product.price)}</div>
              {reasons.map((reason) => (
                <p key={`${reason.code} ${reason.text}`} className="reason">
                  {reason.text}
                </p>
              ))}
              <p className="muted small">
                {known ? text(known) : strategy} · {text("recommendation-score", { score: format.number(score) })}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
