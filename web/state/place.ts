// The list the clerk came from: «Закрыть» of a card returns there, filters and
// all, to the very row that she left.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { address, go } from "./route";

/** A remark: the field of an appeal; "" is the appeal as a whole. */
export interface Place {
  id: string;
  field: string;
}

let list = "#/appeals";
let remarks: readonly Place[] = [];
let returning = false; // the row that was left waits for the focus

/** The appeal whose card was open last: its row is marked. */
export const last = signal("");

/** Remembers the address of the list on the screen, and its remarks if it is one of those. */
export function useList(places: readonly Place[] = []) {
  const here = address.value; // as drawn: when the effect runs, the browser may already be at a card
  useEffect(() => {
    list = here;
    remarks = places;
  });
}

export function backToList() {
  go(list);
}

/** A card was left: by its button, by Back, or by a link. */
export function leave(id: string) {
  last.value = id;
  returning = true;
}

export const placeHash = ({ id, field }: Place) => `#/appeals/${id}?field=${encodeURIComponent(field)}`;

/** The remark after this one in the list the clerk came from; none after the last. */
export function nextRemark({ id, field }: Place): Place | undefined {
  const at = remarks.findIndex((p) => p.id === id && p.field === field);
  return at < 0 ? undefined : remarks.slice(at + 1).find((p) => p.id !== id || p.field !== field);
}

/** Gives the focus to the row that was left, once the list is there; to the title when the row is gone. */
export function useReturn(ready: boolean) {
  useEffect(() => {
    if (!ready || !returning) return;
    returning = false;
    const at = document.activeElement; // «main» has it when the list came late: ui/focus gave it there
    if (at && at !== document.body && at.id !== "main") return;
    const row = document.querySelector<HTMLElement>(`[data-appeal="${CSS.escape(last.peek())}"]`);
    const folded = row?.closest("details");
    if (folded) folded.open = true;
    (row ?? document.getElementById("title"))?.focus();
  }, [ready]);
}
