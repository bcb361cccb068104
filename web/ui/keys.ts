// Keys that work on every screen; «Справка» lists them.
import { go } from "../state/route";

export function startKeys() {
  addEventListener("keydown", (e) => {
    // By the key's position: in the Russian layout its letter is «т».
    if (!e.altKey || e.ctrlKey || e.metaKey || e.shiftKey || e.code !== "KeyN"
      || document.querySelector("dialog[open]")) return;
    e.preventDefault();
    go("#/appeals/new");
  });
}
