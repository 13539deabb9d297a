/** A modal dialog of the browser: it keeps the focus inside, closes with Escape, and gives the focus back. */
import { type ReactNode, useEffect, useRef } from "react";

type Props = { name: string; className: string; close: () => void; children: ReactNode };

export function Dialog({ name, className, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-label={name}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onMouseDown={(event) => {
        // Only the backdrop is the dialog itself; its content lies in a child that fills it.
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className="dialog-content">{children}</div>
    </dialog>
  );
}
