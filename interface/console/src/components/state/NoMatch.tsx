/** Filters that leave nothing over, and the way back. */
import { Button } from "antd";
import { useText } from "../../i18n/useText";
import { Notice } from "./Notice";

export function NoMatch({ clear }: { clear: () => void }) {
  const text = useText();
  return (
    <Notice
      icon="search"
      title={text("state-no-match")}
      actions={<Button onClick={clear}>{text("action-clear-filters")}</Button>}
    >
      <p>{text("state-no-match-help")}</p>
    </Notice>
  );
}
