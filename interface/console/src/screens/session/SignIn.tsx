/** Signing in with e-mail and password. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { sessionQuery, signIn } from "../../api/session";
import type { SignInBody } from "../../api/types";
import { useText } from "../../i18n/useText";
import { FormProblem } from "./FormProblem";
import { PublicPage } from "./PublicPage";

export function Component() {
  const text = useText();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  });
  const required = (message: string) => [{ required: true, message }];
  return (
    <PublicPage title={text("sign-in-title")} note={text("sign-in-note")}>
      <FormProblem error={mutation.error} />
      <Form<SignInBody> layout="vertical" requiredMark={false} onFinish={(request) => mutation.mutate(request)}>
        <Form.Item name="email" label={text("field-email")} rules={required(text("field-email-missing"))}>
          <Input type="email" autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item name="password" label={text("field-password")} rules={required(text("field-password-missing"))}>
          <Input.Password autoComplete="current-password" size="large" visibilityToggle={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={mutation.isPending}>
          {text("action-sign-in")}
        </Button>
      </Form>
    </PublicPage>
  );
}
