/** The first start: names the shop and makes the first admin, for whoever can read the server's output. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useEffect } from "react";
import { problemOf } from "../../api/problem";
import { sessionQuery, setUp } from "../../api/session";
import type { SetUpBody } from "../../api/types";
import { problemTitle } from "../../components/state/Failure";
import { useText } from "../../i18n/useText";
import { FormProblem } from "./FormProblem";
import { PublicPage } from "./PublicPage";

/** The server's limits; it checks again. */
const PASSWORD_LETTERS_MIN = 8;
const PASSWORD_LETTERS_MAX = 128;
const NAME_LETTERS_MAX = 100;

const FIELDS = ["secret", "shop_name", "name", "email", "password"] as const;

export function Component() {
  const text = useText();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<SetUpBody>();
  const mutation = useMutation({
    mutationFn: setUp,
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  });
  const problem = mutation.error ? problemOf(mutation.error) : undefined;
  const field = problem?.code === "invalid_setup_secret" ? "secret" : FIELDS.find((name) => name === problem?.field);
  useEffect(() => {
    if (!problem || !field) return;
    // The secret's problem is known in every language; others are told as the server told them.
    const told = field === "secret" ? problemTitle(text, problem) : problem.detail || problemTitle(text, problem);
    form.setFields([{ name: field, errors: [told] }]);
    form.getFieldInstance(field)?.focus();
  }, [form, problem, field, text]);
  const help = (
    <>
      <p>{text("setup-note")}</p>
      <p>{text("setup-secret-where")}</p>
    </>
  );
  return (
    <PublicPage title={text("setup-title")} note={help}>
      <FormProblem error={field ? null : mutation.error} />
      <Form<SetUpBody> form={form} layout="vertical" requiredMark={false} onFinish={(request) => mutation.mutate(request)}>
        <SetupFields />
        <Button type="primary" htmlType="submit" size="large" block loading={mutation.isPending}>
          {text("setup-submit")}
        </Button>
      </Form>
    </PublicPage>
  );
}

function SetupFields() {
  const text = useText();
  const missing = { required: true, whitespace: true, message: text("field-missing") };
  return (
    <>
      <Form.Item name="secret" label={text("field-setup-secret")} rules={[missing]}>
        <Input autoComplete="off" spellCheck={false} className="code-field" size="large" />
      </Form.Item>
      <Form.Item name="shop_name" label={text("field-shop-name")} rules={[missing]}>
        <Input autoComplete="organization" maxLength={NAME_LETTERS_MAX} size="large" />
      </Form.Item>
      <Form.Item name="name" label={text("field-your-name")} rules={[missing]}>
        <Input autoComplete="name" maxLength={NAME_LETTERS_MAX} size="large" />
      </Form.Item>
      <Form.Item
        name="email"
        label={text("field-email")}
        rules={[missing, { type: "email", message: text("field-email-wrong") }]}
      >
        <Input type="email" autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={text("field-password")}
        extra={text("field-password-rule", { min: PASSWORD_LETTERS_MIN, max: PASSWORD_LETTERS_MAX })}
        rules={[
          { required: true, message: text("field-password-missing") },
          {
            min: PASSWORD_LETTERS_MIN,
            max: PASSWORD_LETTERS_MAX,
            message: text("field-password-rule", { min: PASSWORD_LETTERS_MIN, max: PASSWORD_LETTERS_MAX }),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" visibilityToggle={false} />
      </Form.Item>
    </>
  );
}
