// A file that another screen hands over to «Слить файлы коллег».
import { signal } from "@preact/signals";
import { go } from "../../../state/route";

export const mergePath = "#/exchange/merge";

/** Waits here until the screen has read it; a merge that is open comes first. */
export const given = signal<File | null>(null);

export function giveToMerge(file: File) {
  given.value = file;
  go(mergePath);
}
