/** A number with people behind it: opens them beside the screen, which stays where it is. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFormat } from "../../i18n/useFormat";

type Props = { to: string; count: number; label?: string; children?: ReactNode };

export function PeopleLink({ to, count, label, children }: Props) {
  const format = useFormat();
  const shown = children ?? format.number(count);
  if (count === 0) return <span className="muted">{shown}</span>;
  return (
    <Link to={to} preventScrollReset aria-label={label} title={label}>
      {shown}
    </Link>
  );
}
