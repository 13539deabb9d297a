/** The bar above every screen: navigation on narrow screens, the palette, and the person's menus. */
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { sessionQuery } from "../../api/session";
import type { StaffItem } from "../../api/types";
import { useText } from "../../i18n/useText";
import { Icon } from "../Icon";
import { roleName } from "../state/NoPermission";
import { Preferences } from "./Preferences";
import { useSignOut } from "./useSignOut";

type Props = { openNavigation: () => void; openPalette: () => void };

/** Apple keyboards have ⌘ where others have Ctrl. */
export const PALETTE_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘K" : "Ctrl K";

export function TopBar({ openNavigation, openPalette }: Props) {
  const text = useText();
  const staff = useQuery(sessionQuery).data?.staff;
  return (
    <header className="top-bar">
      <Button
        className="navigation-button"
        type="text"
        aria-label={text("nav-open")}
        onClick={openNavigation}
        icon={<Icon name="menu" size={18} />}
      />
      <button type="button" className="palette-button" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        <span>{text("palette-open")}</span>
        <kbd>{PALETTE_KEY}</kbd>
      </button>
      <span className="top-bar-menus">
        <Preferences />
        {staff && <AccountMenu staff={staff} />}
      </span>
    </header>
  );
}

function AccountMenu({ staff }: { staff: StaffItem }) {
  const text = useText();
  const signOut = useSignOut();
  const who = (
    <span className="account">
      <strong>{staff.name}</strong>
      <span className="muted">{staff.email}</span>
      <span className="muted">{roleName(text, staff.role)}</span>
    </span>
  );
  const items = [
    { key: "who", type: "group" as const, label: who },
    { key: "line", type: "divider" as const },
    { key: "out", icon: <Icon name="out" />, label: text("action-sign-out"), onClick: signOut },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button
        type="text"
        aria-label={text("account-name", { name: staff.name })}
        title={staff.name}
        icon={<Icon name="account" size={18} />}
      />
    </Dropdown>
  );
}
