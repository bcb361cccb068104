// Keys that work on every screen; «Справка» lists them.
import { go } from "../state/route";

export function startKeys() {
  addEventListener("keydown", (e) => {
    // By its place: with the Russian layout the key says «т».
    if (!e.altKey || e.ctrlKey || e.metaKey || e.shiftKey || e.code !== "KeyN" || document.querySelector("dialog[open]")) return;
    e.preventDefault();
    go("#/appeals/new");
  });
}
