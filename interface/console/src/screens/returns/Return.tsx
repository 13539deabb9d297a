/** One return: what came back, and the orders it had been bought with. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { returnQuery } from "../../api/returns";
import type { ReturnDetail } from "../../api/types";
import { DataTable } from "../../components/DataTable";
import { Figures } from "../../components/Figures";
import { PageHeading } from "../../components/PageHeading";
import { Panel } from "../../components/Panel";
import { orderPath, productPath, returnsPath } from "../../components/paths";
import { MemberLink, ProductLink } from "../../components/references";
import { DetailBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";

export function Component() {
  const text = useText();
  const format = useFormat();
  const { id = "" } = useParams();
  const query = useQuery(returnQuery(id));
  return (
    <>
      <PageHeading
        title={query.data ? text("return-title", { number: query.data.number }) : text("column-return")}
        trail={<Link to={returnsPath()}>{text("nav-returns")}</Link>}
        note={query.data && format.dateTime(query.data.returned_at)}
      />
      <Loaded query={query} bones={<DetailBones />}>
        {(loaded) => <ReturnDetails back={loaded} />}
      </Loaded>
    </>
  );
}

function ReturnDetails({ back }: { back: ReturnDetail }) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="report">
      <Figures
        figures={[
          { key: "total", label: text("column-total"), value: format.money(back.total) },
          {
            key: "member",
            label: text("column-member"),
            value: <MemberLink member={back.member} />,
            note: back.member?.name ? back.member.number : undefined,
          },
          { key: "country", label: text("column-country"), value: format.country(back.country) || "—" },
          { key: "merchant", label: text("column-merchant"), value: back.merchant.name },
          {
            key: "units",
            label: text("column-units"),
            value: format.number(back.units),
            note: text("lines-count", { count: back.lines }),
          },
        ]}
      />
      <Panel title={text("return-lines")} flush>
        <ReturnLines back={back} />
      </Panel>
    </div>
  );
}

function ReturnLines({ back }: { back: ReturnDetail }) {
  const text = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={text("return-lines")}
      rows={back.items}
      rowKey={(line) => String(line.line_no)}
      rowPath={(line) => productPath(line.product.id)}
      columns={[
        {
          key: "product",
          header: text("column-product"),
          rowHeader: true,
          render: (line) => <ProductLink product={{ ...line.product, title: line.title }} note={line.sku} />,
        },
        {
          key: "order",
          header: text("column-order"),
          render: (line) =>
            line.order ? (
              <Link to={orderPath(line.order.id)}>{line.order.number}</Link>
            ) : (
              <span className="muted">{text("return-order-unknown")}</span>
            ),
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
        { key: "total", header: text("column-total"), numeric: true, render: (line) => format.money(line.total) },
      ]}
    />
  );
}
