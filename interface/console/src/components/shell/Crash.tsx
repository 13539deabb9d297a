/** A screen that broke or could not be loaded, as after an update of the server. */
import { Button } from "antd";
import { useRouteError } from "react-router";
import { useText } from "../../i18n/useText";
import { Icon } from "../Icon";
import { PageHeading } from "../PageHeading";
import { Notice } from "../state/Notice";

export function Crash() {
  const text = useText();
  const error = useRouteError();
  return (
    <main className="crash">
      <PageHeading title={text("crash-title")} />
      <Notice
        icon="alert"
        title={text("crash-what")}
        urgent
        actions={
          <Button onClick={() => window.location.reload()} icon={<Icon name="retry" />}>
            {text("action-reload")}
          </Button>
        }
      >
        <p>{text("crash-help")}</p>
        <p>
          <code>{error instanceof Error ? error.message : String(error)}</code>
        </p>
      </Notice>
    </main>
  );
}
