// The list the clerk came from: «Закрыть» of a card returns there, filters and all.
import { go, route } from "./route";

let list = "#/appeals";

/** Remembers the address of the list on the screen. */
export function rememberList() {
  void route.value;
  list = location.hash;
}

export function backToList() {
  go(list);
}
