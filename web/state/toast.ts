// A short message about what was just done, with a button that undoes it where that is possible.
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

/** Shows a message: one with a button for half a minute, others for six seconds. */
export function say(next: Toast) {
  toast.value = next;
  clearTimeout(timer);
  timer = setTimeout(() => { if (toast.value === next) toast.value = null; }, next.action || next.bad ? 30_000 : 6_000);
}

/** Removes a message that is no longer true. */
export function unsay() {
  toast.value = null;
}

/** Shows an error in the core's words. */
export function complain(error: unknown) {
  const { text, hint } = asCoreError(error);
  say({ text: [text, hint].filter(Boolean).join(" "), bad: true });
}
