/** The columns of a list of returns, on the list itself and at an order. */
import { Link } from "react-router";
import type { ReturnItem } from "../../api/types";
import type { Column } from "../../components/DataTable";
import { returnPath } from "../../components/paths";
import { MemberLink } from "../../components/references";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";

export function useReturnColumns(withMember: boolean): Column<ReturnItem>[] {
  const text = useText();
  const format = useFormat();
  const columns: Column<ReturnItem>[] = [
    {
      key: "number",
      header: text("column-return"),
      rowHeader: true,
      render: (row) => <Link to={returnPath(row.id)}>{row.number}</Link>,
    },
    { key: "returned", header: text("column-returned-at"), render: (row) => format.dateTime(row.returned_at) },
    { key: "member", header: text("column-member"), render: (row) => <MemberLink member={row.member} /> },
    { key: "country", header: text("column-country"), render: (row) => format.country(row.country) || "—" },
    { key: "merchant", header: text("column-merchant"), render: (row) => row.merchant.name },
    { key: "units", header: text("column-units"), numeric: true, render: (row) => format.number(row.units) },
    { key: "total", header: text("column-total"), numeric: true, render: (row) => format.money(row.total) },
  ];
  return withMember ? columns : columns.filter((column) => column.key !== "member");
}
