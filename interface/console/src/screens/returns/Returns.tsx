/** The list of returns. */
import { ListScreen } from "../../components/list/ListScreen";
import { SALES_FIELDS, SalesFilters, useSalesChips } from "../../components/list/salesFilters";
import { useListState } from "../../components/list/useListState";
import { returnPath } from "../../components/paths";
import { useText } from "../../i18n/useText";
import { useReturnColumns } from "./returnColumns";

export function Component() {
  const text = useText();
  const list = useListState(SALES_FIELDS);
  return (
    <ListScreen
      title={text("nav-returns")}
      path="/api/admin/v1/returns"
      list={list}
      columns={useReturnColumns(true)}
      rowKey={(row) => row.id}
      rowPath={(row) => returnPath(row.id)}
      emptyTitle={text("returns-empty")}
      chips={useSalesChips(list)}
      filters={<SalesFilters list={list} searchLabel={text("returns-search")} />}
    />
  );
}
