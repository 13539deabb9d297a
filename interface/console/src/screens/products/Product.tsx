/** One product: what it is, what it brought, what is like it and bought with it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { productQuery } from "../../api/products";
import type { ProductDetail } from "../../api/types";
import { Figures } from "../../components/Figures";
import { PageHeading } from "../../components/PageHeading";
import { Panel } from "../../components/Panel";
import { ordersPath, productsPath } from "../../components/paths";
import { ProductPicture } from "../../components/ProductPicture";
import { Properties } from "../../components/Properties";
import { Recommendations } from "../../components/Recommendations";
import { DetailBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { ProductStatusTag } from "./ProductStatusTag";

export function Component() {
  const text = useText();
  const { id = "" } = useParams();
  const query = useQuery(productQuery(id));
  return (
    <>
      <PageHeading
        title={query.data?.title ?? text("product-name")}
        trail={<Link to={productsPath()}>{text("nav-products")}</Link>}
        note={
          query.data && (
            <>
              <ProductStatusTag status={query.data.status} /> <span>{query.data.sku}</span>
            </>
          )
        }
      />
      <Loaded query={query} bones={<DetailBones />}>
        {(product) => <ProductDetails product={product} />}
      </Loaded>
    </>
  );
}

function ProductDetails({ product }: { product: ProductDetail }) {
  const text = useText();
  return (
    <div className="report">
      <ProductFigures product={product} />
      <div className="columns">
        <Panel title={text("product-about")}>
          <div className="product-about">
            <ProductPicture source={product.picture} size={160} />
            <ProductFacts product={product} />
          </div>
          {product.description && <p className="prose">{product.description}</p>}
        </Panel>
        <Panel title={text("product-attributes")}>
          {product.attributes.length === 0 ? (
            <p className="muted">{text("product-attributes-none")}</p>
          ) : (
            <Properties
              properties={product.attributes.map(({ name, value }) => ({ key: name, name, value }))}
            />
          )}
        </Panel>
      </div>
      <Panel title={text("product-bought-together")}>
        <Recommendations items={product.bought_together} />
      </Panel>
      <Panel title={text("product-similar")}>
        <Recommendations items={product.similar} />
      </Panel>
    </div>
  );
}

function ProductFacts({ product }: { product: ProductDetail }) {
  const text = useText();
  const format = useFormat();
  return (
    <Properties
      properties={[
        { key: "price", name: text("column-price"), value: format.money(product.price) },
        { key: "sku", name: text("column-sku"), value: product.sku },
        {
          key: "category",
          name: text("column-category"),
          value: <Link to={productsPath({ category: product.category.id })}>{product.category.name}</Link>,
        },
        {
          key: "merchant",
          name: text("column-merchant"),
          value: <Link to={productsPath({ merchant: product.merchant.id })}>{product.merchant.name}</Link>,
        },
        { key: "created", name: text("column-created"), value: format.date(product.created_at) },
      ]}
    />
  );
}

function ProductFigures({ product: { id, figures } }: { product: ProductDetail }) {
  const text = useText();
  const format = useFormat();
  const orders = ordersPath({ product: id, currency: figures.revenue.currency });
  return (
    <Figures
      figures={[
        { key: "revenue", label: text("figure-revenue"), value: format.money(figures.revenue), to: orders },
        { key: "orders", label: text("figure-orders"), value: format.number(figures.orders), to: orders },
        { key: "units", label: text("column-units-sold"), value: format.number(figures.units) },
        {
          key: "returned",
          label: text("figure-returns"),
          value: format.money(figures.returned),
          note: text("units-count", { count: figures.returned_units }),
        },
        {
          key: "last",
          label: text("column-last-order"),
          value: figures.last_ordered_at ? format.date(figures.last_ordered_at) : "—",
        },
      ]}
    />
  );
}
