/** The write keys of a source: several may work at once, so that clients change over before the old one stops. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Tag } from "antd";
import { useState } from "react";
import { addKey, revokeKey, sourcesQuery } from "../../api/sources";
import type { Source, WriteKey } from "../../api/types";
import { Confirm } from "../../components/Confirm";
import { CopyButton } from "../../components/CopyButton";
import { type Column, DataTable } from "../../components/DataTable";
import { Icon } from "../../components/Icon";
import { Panel } from "../../components/Panel";
import { usePermission } from "../../components/state/NoPermission";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { FormProblem } from "../session/FormProblem";

export function SourceKeys({ source }: { source: Source }) {
  const text = useText();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const allowed = usePermission("settings:write");
  const [revoking, setRevoking] = useState<WriteKey | null>(null);
  const adding = useMutation({
    mutationFn: () => addKey(source.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey, exact: true });
      void message.success(text("key-added"));
    },
  });
  const columns = useColumns(allowed, setRevoking);
  return (
    <Panel
      title={text("source-keys")}
      note={source.kind === "server" ? text("keys-note-server") : text("keys-note-browser")}
      actions={
        allowed && (
          <Button icon={<Icon name="plus" />} loading={adding.isPending} onClick={() => adding.mutate()}>
            {text("key-add")}
          </Button>
        )
      }
      flush
    >
      <FormProblem error={adding.error} />
      <DataTable caption={text("source-keys")} columns={columns} rows={source.keys} rowKey={({ key }) => key} />
      {revoking && <Revocation source={source} writeKey={revoking} close={() => setRevoking(null)} />}
    </Panel>
  );
}

function useColumns(allowed: boolean, revoke: (key: WriteKey) => void): Column<WriteKey>[] {
  const text = useText();
  const format = useFormat();
  const columns: Column<WriteKey>[] = [
    {
      key: "key",
      header: text("key-name"),
      rowHeader: true,
      render: ({ key }) => (
        <span className="key">
          <code>{key}</code>
          <CopyButton value={key} label={text("key-copy", { key })} small />
        </span>
      ),
    },
    {
      key: "state",
      header: text("column-status"),
      render: ({ revoked_at }) =>
        revoked_at ? <Tag>{text("key-revoked")}</Tag> : <Tag color="success">{text("key-works")}</Tag>,
    },
    { key: "created", header: text("column-created"), render: ({ created_at }) => format.dateTime(created_at) },
    {
      key: "revoked",
      header: text("key-revoked-at"),
      render: ({ revoked_at }) => (revoked_at ? format.dateTime(revoked_at) : "—"),
    },
  ];
  if (!allowed) return columns;
  const action: Column<WriteKey> = {
    key: "action",
    header: text("column-action"),
    render: (key) =>
      key.revoked_at === null && (
        <Button danger size="small" aria-label={text("key-revoke-one", { key: key.key })} onClick={() => revoke(key)}>
          {text("key-revoke")}
        </Button>
      ),
  };
  return [...columns, action];
}

function Revocation({ source, writeKey, close }: { source: Source; writeKey: WriteKey; close: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const others = source.keys.filter(({ key, revoked_at }) => revoked_at === null && key !== writeKey.key).length;
  const mutation = useMutation({
    mutationFn: () => revokeKey(source.id, writeKey.key),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey, exact: true });
      void message.success(text("key-revoke-done"));
      close();
    },
  });
  return (
    <Confirm
      title={text("key-revoke-title")}
      action={text("key-revoke")}
      pending={mutation.isPending}
      error={mutation.error}
      confirm={() => mutation.mutate()}
      close={close}
    >
      <p>
        <code>{writeKey.key}</code>
      </p>
      <ul>
        <li>{text("key-revoke-stops", { name: source.name })}</li>
        {source.kind === "storefront" && <li>{text("key-revoke-storefront")}</li>}
        <li>{others > 0 ? text("key-revoke-others", { count: others }) : text("key-revoke-last")}</li>
        <li>{text("key-revoke-final")}</li>
      </ul>
    </Confirm>
  );
}
