/** An empty shop: how goods, members and orders come into it. */
import { useText } from "../../i18n/useText";
import { Notice } from "./Notice";

const COMMANDS = [
  { id: "products", command: "mercat import products goods.csv" },
  { id: "orders", command: "mercat import orders orders.csv" },
  { id: "retail", command: "mercat import online-retail online_retail.csv.gz" },
] as const;

export function FirstRunHelp({ title }: { title: string }) {
  const text = useText();
  return (
    <Notice icon="box" title={title}>
      <p>{text("first-run-help")}</p>
      <ul className="commands">
        {COMMANDS.map(({ id, command }) => (
          <li key={id}>
            <code>{command}</code>
          </li>
        ))}
      </ul>
      <p>
        {text("first-run-demo")} <code>cargo xtask demo</code>
      </p>
    </Notice>
  );
}
