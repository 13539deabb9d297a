/** The frame of the pages before signing in: mark, card, theme and language. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sessionQuery } from "../../api/session";
import { PageHeading } from "../../components/PageHeading";
import { Brand } from "../../components/shell/Brand";
import { Preferences } from "../../components/shell/Preferences";

type Props = { title: string; note: ReactNode; children: ReactNode };

export function PublicPage({ title, note, children }: Props) {
  const shop = useQuery(sessionQuery).data?.shop.name;
  return (
    <div className="public">
      <header className="public-head">
        <span className="brand-link">
          <Brand />
          <span>{shop || "Mercat"}</span>
        </span>
        <span className="top-bar-menus">
          <Preferences />
        </span>
      </header>
      <main className="public-card">
        <PageHeading title={title} note={note} />
        {children}
      </main>
    </div>
  );
}
