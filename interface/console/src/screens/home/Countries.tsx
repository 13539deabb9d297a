/** Where the orders of the period went: a bar for the share, and the numbers. */
import { Link } from "react-router";
import type { Overview } from "../../api/types";
import { DataTable } from "../../components/DataTable";
import { Panel } from "../../components/Panel";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { rowsBehind } from "./rowsBehind";

export function Countries({ report }: { report: Overview }) {
  const text = useText();
  const format = useFormat();
  const rows = rowsBehind(report);
  const largest = Math.max(...report.countries.map((row) => Number(row.revenue.amount)), 0);
  return (
    <Panel title={text("countries-title")} flush>
      {report.countries.length === 0 ? (
        <p className="muted pad">{text("report-nothing")}</p>
      ) : (
        <div className="tall">
          <DataTable
            caption={text("countries-title")}
            rows={report.countries}
            rowKey={(row) => row.country}
            columns={[
              {
                key: "country",
                header: text("column-country"),
                rowHeader: true,
                render: (row) => (
                  <>
                    {row.country ? (
                      <Link to={rows.orders({ country: row.country })}>{format.country(row.country)}</Link>
                    ) : (
                      <span className="muted">{text("country-unknown")}</span>
                    )}
                    <Bar value={Number(row.revenue.amount)} largest={largest} />
                  </>
                ),
              },
              {
                key: "revenue",
                header: text("figure-revenue"),
                numeric: true,
                render: (row) => format.money(row.revenue),
              },
              {
                key: "orders",
                header: text("figure-orders"),
                numeric: true,
                render: (row) => format.number(row.orders),
              },
              {
                key: "customers",
                header: text("figure-customers"),
                numeric: true,
                render: (row) => format.number(row.customers),
              },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}

/** The number stands beside; the bar only makes it visible. */
function Bar({ value, largest }: { value: number; largest: number }) {
  const share = largest > 0 ? Math.max(value / largest, 0) : 0;
  return (
    <span className="bar" aria-hidden="true">
      <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
    </span>
  );
}
