// Paper. What is printed stands in a place of its own that no screen shows:
// no window is opened, and Ctrl+P gets the same as the buttons.
import { render } from "preact";
import { client } from "../core/client";
import { readRoute } from "../state/route";
import { sheetOf } from "./sheets";

let place: HTMLElement | null = null;
let asked: preact.ComponentChild = null; // by a button; the screen's own otherwise

/** Prepares the place and listens to the browser's own «Печать» too. */
export function startPrinting() {
  place = document.createElement("div");
  place.id = "print";
  document.body.prepend(place); // the style hides what follows it while it is filled
  addEventListener("beforeprint", () => {
    const sheet = client.hello.peek()?.locked ? null : asked ?? sheetOf(location.hash);
    render(sheet, place!);
    document.documentElement.dataset.print = sheet ? "sheet" : readRoute(location.hash).path.join("/"); // the style lays long tables across
  });
  addEventListener("afterprint", () => { asked = null; render(null, place!); });
}

export function printThis(sheet: preact.ComponentChild) {
  asked = sheet;
  window.print(); // tells beforeprint first
}
