/** Adds a source; afterwards its page shows the key and what to paste where. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useNavigate } from "react-router";
import { createSource, sourcesQuery } from "../../api/sources";
import type { NewSource } from "../../api/types";
import { sourcePath } from "../../components/paths";
import { Sheet } from "../../components/Sheet";
import { useText } from "../../i18n/useText";
import { FormProblem } from "../session/FormProblem";

export const NAME_LETTERS_MAX = 60;

/** The user ids of a client are its own, unless they are those of an import. */
const USER_IDS_DEFAULT = "user";

export function NewSourceSheet({ close }: { close: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: createSource,
    onSuccess: async (source) => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey, exact: true });
      void navigate(sourcePath(source.id));
    },
  });
  return (
    <Sheet title={text("source-new")} close={close}>
      <FormProblem error={mutation.error} />
      <Form<NewSource>
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: "browser", user_ids: USER_IDS_DEFAULT }}
        onFinish={({ user_ids, ...source }) => mutation.mutate({ ...source, user_ids: user_ids?.trim() || null })}
      >
        <Form.Item
          name="name"
          label={text("source-name")}
          extra={text("source-name-help")}
          rules={[{ required: true, whitespace: true, message: text("field-missing") }]}
        >
          <Input maxLength={NAME_LETTERS_MAX} autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={text("source-kind")} extra={text("source-kind-help")}>
          <Select
            options={[
              { value: "browser", label: text("source-browser") },
              { value: "server", label: text("source-server") },
            ]}
          />
        </Form.Item>
        <Form.Item name="user_ids" label={text("source-user-ids")} extra={text("source-user-ids-help")}>
          <Input autoComplete="off" maxLength={NAME_LETTERS_MAX} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={mutation.isPending}>
          {text("source-create")}
        </Button>
      </Form>
    </Sheet>
  );
}
