// Mounts the page at once; the core starts beside it.
import { render } from "preact";
import { App } from "./app";
import { client } from "./core/client";
import { warmSearch } from "./core/warm";
import { startPrinting } from "./print/print";
import { keepFocus } from "./ui/focus";
import { startKeys } from "./ui/keys";

const html = document.documentElement;
if (html.dataset.core !== "unsupported") {
  const root = document.getElementById("app")!;
  root.replaceChildren();
  render(<App />, root);
  startPrinting();
  keepFocus();
  startKeys();
  html.dataset.page = "mounted"; // from here on boot.ts leaves errors to the page
  client.start();
  warmSearch();
}
