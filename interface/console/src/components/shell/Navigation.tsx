/** The pages by job, as links; at the side on wide screens and in a drawer on narrow ones. */
import { type ReactNode, useId } from "react";
import { NavLink } from "react-router";
import { useText } from "../../i18n/useText";
import { Icon } from "../Icon";
import { HOME } from "../paths";
import { usePages } from "./usePages";

type Props = {
  /** Stands above the pages. */
  head: ReactNode;
  opened?: () => void;
};

export function Navigation({ head, opened }: Props) {
  const text = useText();
  const groups = usePages();
  const base = useId();
  return (
    <nav className="navigation" aria-label={text("nav-name")}>
      {head}
      {groups.map(({ key, label, pages }) => {
        const id = `${base}-${key}`;
        return (
          <div key={key} className="navigation-group">
            {label && <p id={id}>{text(label)}</p>}
            <ul aria-labelledby={label ? id : undefined}>
              {pages.map((page) => (
                <li key={page.path}>
                  <NavLink to={page.path} end={page.path === HOME} onClick={opened}>
                    <Icon name={page.icon} size={17} />
                    {text(page.label)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
