/** A dialog at the side: what stands behind something on the screen, without leaving it. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { useText } from "../i18n/useText";
import { Dialog } from "./Dialog";
import { Icon } from "./Icon";

type Props = { title: string; note?: ReactNode; actions?: ReactNode; close: () => void; children: ReactNode };

export function Sheet({ title, note, actions, close, children }: Props) {
  const text = useText();
  return (
    <Dialog name={title} className="sheet" close={close}>
      <div className="sheet-head">
        <div>
          <h2>{title}</h2>
          {note && <p className="panel-note">{note}</p>}
        </div>
        <Button type="text" aria-label={text("action-close")} onClick={close} icon={<Icon name="close" />} />
      </div>
      {actions && <div className="sheet-actions">{actions}</div>}
      {children}
    </Dialog>
  );
}
