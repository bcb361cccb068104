// A button that opens a small panel below it. Escape, a click elsewhere or a focus elsewhere closes the panel.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

export function Menu({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (e: Event) => { if (!root.current?.contains(e.target as Node)) setOpen(false); };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key !== "Escape" || !open) return;
    setOpen(false);
    root.current?.querySelector("button")?.focus();
  };
  return (
    <div class="rro-menu" ref={root} onKeyDown={onKeyDown}>
      <button type="button" class="btn btn-sm btn-outline-secondary" aria-expanded={open} aria-controls={id}
        onClick={() => setOpen(!open)}>{label} <span aria-hidden="true">▾</span></button>
      <div id={id} class="rro-menu-panel" role="group" aria-label={label} hidden={!open}>{children}</div>
    </div>
  );
}
