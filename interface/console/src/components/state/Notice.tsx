/** A calm block that says why there is nothing to see, and what to do about it. */
import type { ReactNode } from "react";
import { Icon, type IconName } from "../Icon";

type Props = {
  icon: IconName;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** An error is announced at once; other notices are read in their turn. */
  urgent?: boolean;
};

export function Notice({ icon, title, children, actions, urgent = false }: Props) {
  return (
    <section className={urgent ? "notice notice-urgent" : "notice"} role={urgent ? "alert" : undefined}>
      <span className="notice-icon">
        <Icon name={icon} size={22} />
      </span>
      <h2>{title}</h2>
      {children && <div className="notice-text">{children}</div>}
      {actions && <div className="notice-actions">{actions}</div>}
    </section>
  );
}
