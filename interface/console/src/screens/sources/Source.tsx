/** One source: its keys, what to paste where, and what arrives of it right now. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { renameSource, sourcesQuery } from "../../api/sources";
import type { Source } from "../../api/types";
import { Icon } from "../../components/Icon";
import { oneOf } from "../../components/list/listState";
import { useListState } from "../../components/list/useListState";
import { PageHeading } from "../../components/PageHeading";
import { SOURCES } from "../../components/paths";
import { Sheet } from "../../components/Sheet";
import { DetailBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { usePermission } from "../../components/state/NoPermission";
import { Notice } from "../../components/state/Notice";
import { Tabs } from "../../components/Tabs";
import { useText } from "../../i18n/useText";
import { FormProblem } from "../session/FormProblem";
import { Debugger } from "./Debugger";
import { Install } from "./Install";
import { NAME_LETTERS_MAX } from "./NewSourceSheet";
import { SourceKeys } from "./SourceKeys";
import { sourceKind } from "./sourceKind";

const FIELDS = { tab: oneOf("install", "debugger") };

export function Component() {
  const { id = "" } = useParams();
  return <SourceScreen key={id} id={id} />;
}

function SourceScreen({ id }: { id: string }) {
  const text = useText();
  const query = useQuery(sourcesQuery);
  const source = query.data?.items.find((candidate) => candidate.id === id);
  const allowed = usePermission("settings:write");
  const [renaming, setRenaming] = useState(false);
  return (
    <>
      <PageHeading
        title={source?.name ?? text("event-column-source")}
        trail={<Link to={SOURCES}>{text("nav-sources")}</Link>}
        note={source && `${sourceKind(text, source.kind)} · ${text("source-user-ids")}: ${source.user_ids}`}
        actions={source && allowed && <Button onClick={() => setRenaming(true)}>{text("source-rename")}</Button>}
      />
      <Loaded query={query} bones={<DetailBones />}>
        {() =>
          source ? (
            <SourceDetails source={source} />
          ) : (
            <Notice
              icon="plug"
              title={text("problem-not-found")}
              actions={
                <Link to={SOURCES}>
                  <Icon name="previous" size={12} /> {text("nav-sources")}
                </Link>
              }
            />
          )
        }
      </Loaded>
      {source && renaming && <Rename source={source} close={() => setRenaming(false)} />}
    </>
  );
}

function SourceDetails({ source }: { source: Source }) {
  const text = useText();
  const list = useListState(FIELDS);
  return (
    <div className="report">
      <SourceKeys source={source} />
      <div className="panel">
        <Tabs
          name={text("source-tabs")}
          chosen={list.filters.tab ?? "install"}
          choose={(tab) => list.filter({ tab }, true)}
          tabs={[
            { key: "install", label: text("install-name"), content: () => <Install source={source} /> },
            { key: "debugger", label: text("debugger-name"), content: () => <Debugger source={source.id} /> },
          ]}
        />
      </div>
    </div>
  );
}

function Rename({ source, close }: { source: Source; close: () => void }) {
  const text = useText();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const mutation = useMutation({
    mutationFn: ({ name }: { name: string }) => renameSource(source.id, name),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey, exact: true });
      void message.success(text("source-renamed"));
      close();
    },
  });
  return (
    <Sheet title={text("source-rename")} note={text("source-rename-help")} close={close}>
      <FormProblem error={mutation.error} />
      <Form<{ name: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: source.name }}
        onFinish={(change) => mutation.mutate(change)}
      >
        <Form.Item
          name="name"
          label={text("source-name")}
          rules={[{ required: true, whitespace: true, message: text("field-missing") }]}
        >
          <Input maxLength={NAME_LETTERS_MAX} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={mutation.isPending}>
          {text("action-save")}
        </Button>
      </Form>
    </Sheet>
  );
}
