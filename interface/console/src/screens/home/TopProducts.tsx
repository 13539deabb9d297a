/** The products that brought the most in the period. */
import { Link } from "react-router";
import type { Overview } from "../../api/types";
import { DataTable } from "../../components/DataTable";
import { Panel } from "../../components/Panel";
import { productPath } from "../../components/paths";
import { ProductLink } from "../../components/references";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { rowsBehind } from "./rowsBehind";

export function TopProducts({ report }: { report: Overview }) {
  const text = useText();
  const format = useFormat();
  const rows = rowsBehind(report);
  return (
    <Panel title={text("top-products-title")} flush>
      {report.top_products.length === 0 ? (
        <p className="muted pad">{text("report-nothing")}</p>
      ) : (
        <DataTable
          caption={text("top-products-title")}
          rows={report.top_products}
          rowKey={(row) => row.product.id}
          rowPath={(row) => productPath(row.product.id)}
          columns={[
            {
              key: "product",
              header: text("column-product"),
              rowHeader: true,
              render: (row) => <ProductLink product={row.product} />,
            },
            {
              key: "revenue",
              header: text("figure-revenue"),
              numeric: true,
              render: (row) => format.money(row.revenue),
            },
            { key: "units", header: text("column-units"), numeric: true, render: (row) => format.number(row.units) },
            {
              key: "orders",
              header: text("figure-orders"),
              numeric: true,
              render: (row) => (
                <Link to={rows.orders({ product: row.product.id })}>{format.number(row.orders)}</Link>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
