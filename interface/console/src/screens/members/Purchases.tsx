/** The member's latest orders. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { pageQuery } from "../../api/lists";
import type { MemberDetail } from "../../api/types";
import { DataTable } from "../../components/DataTable";
import { orderPath, ordersPath } from "../../components/paths";
import { TableBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { useText } from "../../i18n/useText";
import { useOrderColumns } from "../orders/orderColumns";

/** Older ones stand in the list of orders. */
const ORDERS = 20;

export function Purchases({ member }: { member: MemberDetail }) {
  const text = useText();
  const columns = useOrderColumns(false);
  const query = useQuery(pageQuery("/api/admin/v1/orders", { member: member.id, customers: "all" }, ORDERS));
  return (
    <Loaded query={query} bones={<TableBones rows={5} columns={4} />}>
      {({ items, total }) =>
        items.length === 0 ? (
          <p className="muted pad">{text("member-purchases-none")}</p>
        ) : (
          <>
            <DataTable
              caption={text("member-purchases")}
              columns={columns}
              rows={items}
              rowKey={(row) => row.id}
              rowPath={(row) => orderPath(row.id)}
            />
            {total > items.length && (
              <p className="pad">
                <Link to={ordersPath({ member: member.id })}>{text("member-purchases-all", { total })}</Link>
              </p>
            )}
          </>
        )
      }
    </Loaded>
  );
}
