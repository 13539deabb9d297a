/** Asks before something that cannot be taken back, and says what it stops. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { useText } from "../i18n/useText";
import { FormProblem } from "../screens/session/FormProblem";
import { Dialog } from "./Dialog";

type Props = {
  title: string;
  /** The words of the button that does it. */
  action: string;
  danger?: boolean;
  /** Until the person has shown that they mean it. */
  disabled?: boolean;
  pending: boolean;
  error: unknown;
  confirm: () => void;
  close: () => void;
  children: ReactNode;
};

export function Confirm({ title, action, danger = true, disabled, pending, error, confirm, close, children }: Props) {
  const text = useText();
  return (
    <Dialog name={title} className="confirm" close={close}>
      <form
        className="confirm-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled && !pending) confirm();
        }}
      >
        <h2>{title}</h2>
        <div className="confirm-text">{children}</div>
        <FormProblem error={error} />
        <div className="confirm-actions">
          <Button onClick={close}>{text("action-cancel")}</Button>
          <Button type="primary" danger={danger} htmlType="submit" disabled={disabled} loading={pending}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
