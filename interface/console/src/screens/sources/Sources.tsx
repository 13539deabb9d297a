/** Where events come from: the sources, what arrives right now, and what is expected of it. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { sourcesQuery } from "../../api/sources";
import type { Source } from "../../api/types";
import { type Column, DataTable } from "../../components/DataTable";
import { Icon } from "../../components/Icon";
import { anId, oneOf } from "../../components/list/listState";
import { useListState } from "../../components/list/useListState";
import { PageHeading } from "../../components/PageHeading";
import { sourcePath } from "../../components/paths";
import { TableBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { usePermission } from "../../components/state/NoPermission";
import { Notice } from "../../components/state/Notice";
import { Tabs } from "../../components/Tabs";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { Debugger } from "./Debugger";
import { NewSourceSheet } from "./NewSourceSheet";
import { sourceKind } from "./sourceKind";
import { TrackingPlan } from "./TrackingPlan";

const TABS = ["sources", "debugger", "plan"] as const;
const FIELDS = { tab: oneOf(...TABS), source: anId("src") };

export function Component() {
  const text = useText();
  const list = useListState(FIELDS);
  const allowed = usePermission("settings:write");
  const [creating, setCreating] = useState(false);
  const create = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {text("source-new")}
    </Button>
  );
  return (
    <>
      <PageHeading title={text("nav-sources")} note={text("sources-note")} actions={allowed && create} />
      <div className="panel">
        <Tabs
          name={text("nav-sources")}
          chosen={list.filters.tab ?? "sources"}
          choose={(tab) => list.filter({ tab }, true)}
          tabs={[
            { key: "sources", label: text("nav-sources"), content: () => <SourceList /> },
            {
              key: "debugger",
              label: text("debugger-name"),
              content: () => (
                <Debugger source={list.filters.source} choose={(source) => list.filter({ source }, true)} />
              ),
            },
            { key: "plan", label: text("plan-name"), content: () => <TrackingPlan /> },
          ]}
        />
      </div>
      {creating && <NewSourceSheet close={() => setCreating(false)} />}
    </>
  );
}

function SourceList() {
  const text = useText();
  const query = useQuery(sourcesQuery);
  const columns = useColumns();
  return (
    <Loaded query={query} bones={<TableBones rows={4} columns={4} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Notice icon="plug" title={text("sources-empty")}>
            <p>{text("sources-empty-help")}</p>
          </Notice>
        ) : (
          <DataTable
            caption={text("nav-sources")}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
            rowPath={({ id }) => sourcePath(id)}
          />
        )
      }
    </Loaded>
  );
}

function useColumns(): Column<Source>[] {
  const text = useText();
  const format = useFormat();
  return [
    {
      key: "name",
      header: text("source-name"),
      rowHeader: true,
      render: ({ id, name }) => <Link to={sourcePath(id)}>{name}</Link>,
    },
    { key: "kind", header: text("source-kind"), render: ({ kind }) => sourceKind(text, kind) },
    {
      key: "keys",
      header: text("source-keys"),
      render: ({ keys }) => {
        const working = keys.filter((key) => key.revoked_at === null).length;
        return working === 0 ? (
          <span className="change bad">
            <Icon name="alert" size={14} />
            {text("source-keys-none")}
          </span>
        ) : (
          text("source-keys-working", { count: working })
        );
      },
    },
    { key: "created", header: text("column-created"), render: ({ created_at }) => format.date(created_at) },
    {
      key: "events",
      header: text("debugger-name"),
      render: ({ id, name }) => (
        <Link to={sourcePath(id, { tab: "debugger" })} aria-label={text("source-debug", { name })}>
          {text("source-arrivals")}
        </Link>
      ),
    },
  ];
}
