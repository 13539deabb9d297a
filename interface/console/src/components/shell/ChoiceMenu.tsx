/** A button of the top bar that opens a few choices, one of them in force. */
import { Button, Dropdown } from "antd";
import { Icon, type IconName } from "../Icon";

export type ChoiceItem = { key: string; label: string; chosen?: boolean; icon?: IconName; choose: () => void };

type Props = { label: string; icon: IconName; items: ChoiceItem[] };

export function ChoiceMenu({ label, icon, items }: Props) {
  const entries = items.map((item) => ({
    key: item.key,
    icon: <Icon name={item.chosen ? "check" : (item.icon ?? "dot")} />,
    // Never by the mark alone: readers hear which one is in force.
    label: <span aria-current={item.chosen ? "true" : undefined}>{item.label}</span>,
    onClick: item.choose,
  }));
  return (
    <Dropdown menu={{ items: entries }} trigger={["click"]} placement="bottomRight">
      <Button type="text" aria-label={label} title={label} icon={<Icon name={icon} size={18} />} />
    </Dropdown>
  );
}
