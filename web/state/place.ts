// The list the clerk came from: «Закрыть» of a card returns to it, with its filters, to the row that was left.
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
let returning = false; // the row that was left gets the focus next

/** The appeal whose card was open last: its row is marked. */
export const last = signal("");

/** Remembers the address of the list on the screen, and its remarks if it is one of those. */
export function useList(places: readonly Place[] = []) {
  const here = address.value; // the address that was drawn: when the effect runs, the browser may already show a card
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

/** The next remark in the list the clerk came from; undefined after the last. */
export function nextRemark({ id, field }: Place): Place | undefined {
  const at = remarks.findIndex((p) => p.id === id && p.field === field);
  return at < 0 ? undefined : remarks.slice(at + 1).find((p) => p.id !== id || p.field !== field);
}

/** Once the list is shown, focuses the row that was left, or the title when there is no such row any more. */
export function useReturn(ready: boolean) {
  useEffect(() => {
    if (!ready || !returning) return;
    returning = false;
    const at = document.activeElement; // when the list came late, ui/focus has moved it to «main»
    if (at && at !== document.body && at.id !== "main") return;
    const row = document.querySelector<HTMLElement>(`[data-appeal="${CSS.escape(last.peek())}"]`);
    const folded = row?.closest("details");
    if (folded) folded.open = true;
    (row ?? document.getElementById("title"))?.focus();
  }, [ready]);
}
