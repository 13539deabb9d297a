/** What was said of who is who, above all conflicts: a browser that two members used. */
import { Link } from "react-router";
import type { Merge } from "../../api/types";
import type { Column } from "../../components/DataTable";
import { Choice } from "../../components/list/Choice";
import { chipsOf } from "../../components/list/chips";
import { type FieldsOf, ListScreen } from "../../components/list/ListScreen";
import { anId, oneOf } from "../../components/list/listState";
import { useListState } from "../../components/list/useListState";
import { memberPath } from "../../components/paths";
import { Notice } from "../../components/state/Notice";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { ActorName } from "./ActorName";
import { OUTCOMES, OutcomeTag } from "./mergeOutcome";
import { UndoMerge } from "./UndoMerge";

const FIELDS = {
  outcome: oneOf(...Object.keys(OUTCOMES)),
  member: anId("mbr"),
} satisfies FieldsOf<"/api/admin/v1/identity/merges">;

export function Component() {
  const text = useText();
  const list = useListState(FIELDS);
  const outcomes = Object.entries(OUTCOMES).map(([value, { name }]) => ({ value, label: text(name) }));
  return (
    <ListScreen
      title={text("nav-identity")}
      note={text("identity-note")}
      path="/api/admin/v1/identity/merges"
      list={list}
      columns={useMergeColumns()}
      rowKey={({ id }) => id}
      chips={chipsOf(list, {
        outcome: (value) => text("chip-status", { value: text(OUTCOMES[value]?.name ?? "merge-merged") }),
        member: (value) => text("chip-member", { value }),
      })}
      filters={
        <Choice
          label={text("merge-outcome")}
          any={text("merge-outcome-any")}
          value={list.filters.outcome}
          options={outcomes}
          change={(outcome) => list.filter({ outcome })}
          width={200}
        />
      }
      empty={
        <Notice icon="branch" title={text("identity-empty")}>
          <p>{text("identity-empty-help")}</p>
        </Notice>
      }
    />
  );
}

/** `ofMember` leaves out the member, whose page it is. */
export function useMergeColumns(ofMember = false): Column<Merge>[] {
  const text = useText();
  const format = useFormat();
  const columns: Column<Merge>[] = [
    { key: "actor", header: text("merge-actor"), rowHeader: true, render: ({ actor }) => <ActorName actor={actor} /> },
    { key: "outcome", header: text("merge-outcome"), render: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
    {
      key: "member",
      header: text("merge-member"),
      render: ({ member_id }) => (
        <Link to={memberPath(member_id)}>
          <code>{member_id}</code>
        </Link>
      ),
    },
    { key: "at", header: text("merge-at"), render: ({ merged_at }) => format.dateTime(merged_at) },
    {
      key: "undone",
      header: text("merge-undone-at"),
      render: ({ undone_at }) => (undone_at ? format.dateTime(undone_at) : "—"),
    },
    { key: "action", header: text("column-action"), render: (merge) => <UndoMerge merge={merge} /> },
  ];
  return ofMember ? columns.filter(({ key }) => key !== "member") : columns;
}
