// A short word about what was just done, with the way back where there is one.
import { signal } from "@preact/signals";
import { asCoreError } from "../core/errors";

export interface Toast {
  text: string;
  action?: { label: string; run: () => void };
  link?: { label: string; href: string };
  bad?: boolean;
}

export const toast = signal<Toast | null>(null);

let timer = 0;

/** Undo stays in sight for half a minute, a plain word for six seconds. */
export function say(next: Toast) {
  toast.value = next;
  clearTimeout(timer);
  timer = setTimeout(() => { if (toast.value === next) toast.value = null; }, next.action || next.bad ? 30_000 : 6_000);
}

/** Takes back a word that is true no more: what it offers to undo is gone. */
export function unsay() {
  toast.value = null;
}

/** Shows an error of the core as it speaks. */
export function complain(error: unknown) {
  const { text, hint } = asCoreError(error);
  say({ text: [text, hint].filter(Boolean).join(" "), bad: true });
}
