/** Copies a text, and says that it did. */
import { App, Button } from "antd";
import { useText } from "../i18n/useText";
import { Icon } from "./Icon";

type Props = {
  value: string;
  /** What is copied, for readers. */
  label: string;
  /** Without words, where room is short. */
  small?: boolean;
};

export function CopyButton({ value, label, small = false }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const copy = async () => {
    if (await copied(value)) void message.success(text("copy-done"));
    else void message.error(text("copy-failed"));
  };
  return (
    <Button
      type={small ? "text" : "default"}
      aria-label={label}
      title={label}
      icon={<Icon name="copy" />}
      onClick={() => void copy()}
    >
      {small ? null : text("action-copy")}
    </Button>
  );
}

/** Browsers offer their clipboard on secure pages only; a shop in a local network is none. */
async function copied(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = value;
    field.className = "visually-hidden";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
