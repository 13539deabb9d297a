/** Where developers find the API. */
import { PageHeading } from "../../components/PageHeading";
import { Icon } from "../../components/Icon";
import { Panel } from "../../components/Panel";
import { useText } from "../../i18n/useText";

const LINKS = [
  { path: "/docs", key: "docs" },
  { path: "/openapi.json", key: "openapi" },
] as const;

export function Component() {
  const text = useText();
  const help = { docs: text("api-docs-help"), openapi: text("api-openapi-help") };
  const names = { docs: text("api-docs"), openapi: text("api-openapi") };
  return (
    <>
      <PageHeading title={text("nav-api-settings")} note={text("api-note")} />
      <Panel title={text("api-reference")}>
        <ul className="links">
          {LINKS.map(({ path, key }) => (
            <li key={key}>
              <a href={path}>
                {names[key]} <Icon name="external" size={14} />
              </a>
              <p className="muted">{help[key]}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
