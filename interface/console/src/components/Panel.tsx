/** A titled block of a screen. */
import type { ReactNode } from "react";

type Props = { title: string; note?: ReactNode; actions?: ReactNode; flush?: boolean; children: ReactNode };

/** `flush` lets a table reach the block's edges. */
export function Panel({ title, note, actions, flush = false, children }: Props) {
  return (
    <section className="panel">
      <div className="panel-head">
        <div>
          <h2>{title}</h2>
          {note && <div className="panel-note">{note}</div>}
        </div>
        {actions && <div className="panel-actions">{actions}</div>}
      </div>
      <div className={flush ? "panel-body flush" : "panel-body"}>{children}</div>
    </section>
  );
}
