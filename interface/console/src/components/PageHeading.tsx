/** The one h1 of a screen: it titles the document, and takes the focus when the screen is come to. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { sessionQuery } from "../api/session";

type Props = {
  title: string;
  /** Stands above the title: where the screen belongs. */
  trail?: ReactNode;
  /** Stands below the title. */
  note?: ReactNode;
  /** Stands at the end of the line. */
  actions?: ReactNode;
};

/** The first screen keeps the browser's own focus; only moves within the console set it. */
let shownPath: string | null = null;

export function PageHeading({ title, trail, note, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const shop = useQuery(sessionQuery).data?.shop.name;
  useEffect(() => {
    document.title = shop ? `${title} · ${shop}` : `${title} · Mercat`;
  }, [title, shop]);
  useEffect(() => {
    if (shownPath !== null && shownPath !== pathname) heading.current?.focus({ preventScroll: true });
    shownPath = pathname;
  }, [pathname]);
  return (
    <div className="page-heading">
      <div className="page-heading-text">
        {trail && <div className="page-trail">{trail}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {note && <div className="page-note">{note}</div>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  );
}
