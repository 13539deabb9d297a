/** The columns of a list of orders, on the list itself and at a member. */
import { Tag } from "antd";
import { Link } from "react-router";
import type { OrderItem } from "../../api/types";
import type { Column } from "../../components/DataTable";
import { orderPath } from "../../components/paths";
import { MemberLink } from "../../components/references";
import { useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";

const STATUS_NAMES: Record<string, string> = { completed: msg("order-status-completed") };

export function OrderStatusTag({ status }: { status: string }) {
  const text = useText();
  const name = STATUS_NAMES[status];
  return <Tag color={status === "completed" ? "success" : "default"}>{name ? text(name) : status}</Tag>;
}

export function useOrderColumns(withMember: boolean): Column<OrderItem>[] {
  const text = useText();
  const format = useFormat();
  const columns: Column<OrderItem>[] = [
    {
      key: "number",
      header: text("column-order"),
      rowHeader: true,
      render: (row) => <Link to={orderPath(row.id)}>{row.number}</Link>,
    },
    { key: "placed", header: text("column-placed"), render: (row) => format.dateTime(row.placed_at) },
    { key: "member", header: text("column-member"), render: (row) => <MemberLink member={row.member} /> },
    { key: "country", header: text("column-country"), render: (row) => format.country(row.country) || "—" },
    { key: "merchant", header: text("column-merchant"), render: (row) => row.merchant.name },
    { key: "status", header: text("column-status"), render: (row) => <OrderStatusTag status={row.status} /> },
    { key: "units", header: text("column-units"), numeric: true, render: (row) => format.number(row.units) },
    { key: "total", header: text("column-total"), numeric: true, render: (row) => format.money(row.total) },
  ];
  return withMember ? columns : columns.filter((column) => column.key !== "member");
}
