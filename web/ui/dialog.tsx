// A modal dialog of the browser.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface DialogProps {
  title: string;
  onClose: () => void; // also by Escape
  wide?: boolean; // for a table
  children: ComponentChildren;
}

export function Dialog({ title, onClose, wide, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const back = document.activeElement as HTMLElement | null;
    dialog.current!.showModal();
    return () => (back?.isConnected ? back : document.getElementById("title"))?.focus();
  }, []);
  // A second Escape closes it without "cancel"; only "close" reports it.
  return (
    <dialog ref={dialog} class={"rro-dialog" + (wide ? " rro-dialog-wide" : "")} aria-labelledby="dialog-title"
      onCancel={(e) => { e.preventDefault(); onClose(); }} onClose={onClose}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
