/** The people behind a number of a report: members with the way to their profile, visitors by their own id. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { Link } from "react-router";
import { type PeopleAsk, peopleQuery } from "../../api/behaviour";
import type { PersonItem } from "../../api/types";
import { useText } from "../../i18n/useText";
import { CsvButton } from "../CsvButton";
import { DataTable } from "../DataTable";
import { memberPath } from "../paths";
import { Sheet } from "../Sheet";
import { TableBones } from "../state/Bones";
import { Failure } from "../state/Failure";
import { usePermission } from "../state/NoPermission";

type Props = { title: string; note?: string; ask: PeopleAsk; close: () => void };

export function PeopleSheet({ title, note, ask, close }: Props) {
  const text = useText();
  const query = useInfiniteQuery(peopleQuery(ask));
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = usePeopleColumns();
  const header = [text("column-member"), text("column-number"), text("person-visitor-id")];
  return (
    <Sheet
      title={title}
      note={note}
      close={close}
      actions={
        people.length > 0 && (
          <CsvButton
            name="people"
            header={header}
            rows={() => people.map(({ name, member_id, number, anonymous_id }) => [name ?? member_id, number, anonymous_id])}
          />
        )
      }
    >
      {!query.data && (query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <TableBones rows={8} columns={2} />)}
      {query.data && people.length === 0 && <p className="muted pad">{text("people-none")}</p>}
      {people.length > 0 && (
        <div className="panel">
          <DataTable caption={title} rows={people} rowKey={keyOf} columns={columns} />
          {query.error && <Failure error={query.error} retry={() => void query.fetchNextPage()} />}
          <p className="sheet-foot">
            <span className="muted" role="status">
              {query.hasNextPage
                ? text("people-shown-more", { count: people.length })
                : text("people-shown", { count: people.length })}
            </span>
            {query.hasNextPage && (
              <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                {text("action-show-more")}
              </Button>
            )}
          </p>
        </div>
      )}
    </Sheet>
  );
}

function keyOf({ member_id, anonymous_id }: PersonItem): string {
  return member_id ?? `anon:${anonymous_id}`;
}

function usePeopleColumns() {
  const text = useText();
  const opens = usePermission("members:read");
  return [
    {
      key: "person",
      header: text("person-name"),
      rowHeader: true,
      render: (person: PersonItem) => <Person person={person} opens={opens} />,
    },
    {
      key: "kind",
      header: text("person-kind"),
      render: ({ member_id }: PersonItem) =>
        member_id ? <Tag color="success">{text("person-member")}</Tag> : <Tag>{text("person-visitor")}</Tag>,
    },
  ];
}

function Person({ person: { member_id, number, name, anonymous_id }, opens }: { person: PersonItem; opens: boolean }) {
  if (!member_id) return <code>{anonymous_id}</code>;
  const shown = name || number || member_id;
  return (
    <span className="two-lines">
      {opens ? <Link to={memberPath(member_id)}>{shown}</Link> : shown}
      {name && <span className="muted small">{number}</span>}
    </span>
  );
}
