// Printing. The sheet is in an element of its own that the screen hides: no window is opened, and Ctrl+P prints the
// same as the buttons.
import { render } from "preact";
import { client } from "../core/client";
import { readRoute } from "../state/route";
import { sheetOf } from "./sheets";

let place: HTMLElement | null = null;
let asked: preact.ComponentChild = null; // by a button; null = the sheet of the screen

/** Adds the element for sheets and handles the browser's own «Печать». */
export function startPrinting() {
  place = document.createElement("div");
  place.id = "print";
  document.body.prepend(place); // while it is not empty, the style hides everything after it
  addEventListener("beforeprint", () => {
    const sheet = client.hello.peek()?.locked ? null : asked ?? sheetOf(location.hash);
    render(sheet, place!);
    // the style prints long tables in landscape
    document.documentElement.dataset.print = sheet ? "sheet" : readRoute(location.hash).path.join("/");
  });
  addEventListener("afterprint", () => { asked = null; render(null, place!); });
}

export function printThis(sheet: preact.ComponentChild) {
  asked = sheet;
  window.print(); // fires beforeprint first
}
