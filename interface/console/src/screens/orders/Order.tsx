/** One order: who, what, for how much, and what came back. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { orderQuery } from "../../api/orders";
import type { OrderDetail } from "../../api/types";
import { DataTable } from "../../components/DataTable";
import { Figures } from "../../components/Figures";
import { PageHeading } from "../../components/PageHeading";
import { Panel } from "../../components/Panel";
import { ordersPath, productPath, returnPath } from "../../components/paths";
import { MemberLink, ProductLink } from "../../components/references";
import { DetailBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { useReturnColumns } from "../returns/returnColumns";
import { OrderStatusTag } from "./orderColumns";

export function Component() {
  const text = useText();
  const format = useFormat();
  const { id = "" } = useParams();
  const query = useQuery(orderQuery(id));
  const order = query.data;
  return (
    <>
      <PageHeading
        title={order ? text("order-title", { number: order.number }) : text("column-order")}
        trail={<Link to={ordersPath()}>{text("nav-orders")}</Link>}
        note={
          order && (
            <>
              <OrderStatusTag status={order.status} /> <span>{format.dateTime(order.placed_at)}</span>
            </>
          )
        }
      />
      <Loaded query={query} bones={<DetailBones />}>
        {(loaded) => <OrderDetails order={loaded} />}
      </Loaded>
    </>
  );
}

function OrderDetails({ order }: { order: OrderDetail }) {
  const text = useText();
  const format = useFormat();
  const returnColumns = useReturnColumns(false);
  return (
    <div className="report">
      <Figures
        figures={[
          { key: "total", label: text("column-total"), value: format.money(order.total) },
          {
            key: "member",
            label: text("column-member"),
            value: <MemberLink member={order.member} />,
            note: order.member?.name ? order.member.number : undefined,
          },
          { key: "country", label: text("column-country"), value: format.country(order.country) || "—" },
          { key: "merchant", label: text("column-merchant"), value: order.merchant.name },
          {
            key: "units",
            label: text("column-units"),
            value: format.number(order.units),
            note: text("lines-count", { count: order.lines }),
          },
          { key: "source", label: text("column-source"), value: order.source ?? text("source-own") },
        ]}
      />
      <Panel title={text("order-lines")} flush>
        <OrderLines order={order} />
      </Panel>
      <Panel title={text("order-returns")} flush={order.returns.length > 0}>
        {order.returns.length === 0 ? (
          <p className="muted">{text("order-returns-none")}</p>
        ) : (
          <DataTable
            caption={text("order-returns")}
            columns={returnColumns}
            rows={order.returns}
            rowKey={(row) => row.id}
            rowPath={(row) => returnPath(row.id)}
          />
        )}
      </Panel>
    </div>
  );
}

function OrderLines({ order }: { order: OrderDetail }) {
  const text = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={text("order-lines")}
      rows={order.items}
      rowKey={(line) => String(line.line_no)}
      rowPath={(line) => productPath(line.product.id)}
      columns={[
        {
          key: "product",
          header: text("column-product"),
          rowHeader: true,
          // The title at that time: the product may be called otherwise by now.
          render: (line) => <ProductLink product={{ ...line.product, title: line.title }} note={line.sku} />,
        },
        {
          key: "price",
          header: text("column-unit-price"),
          numeric: true,
          render: (line) => format.money(line.unit_price),
        },
        {
          key: "quantity",
          header: text("column-quantity"),
          numeric: true,
          render: (line) => format.number(line.quantity),
        },
        {
          key: "returned",
          header: text("column-returned"),
          numeric: true,
          render: (line) => (line.returned_quantity > 0 ? format.number(line.returned_quantity) : "—"),
        },
        { key: "total", header: text("column-total"), numeric: true, render: (line) => format.money(line.total) },
      ]}
    />
  );
}
