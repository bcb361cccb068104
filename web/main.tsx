// Mounts the page at once; the core starts beside it.
import { options, render } from "preact";
import { App } from "./app";
import { client } from "./core/client";
import { sweepOnce, warm } from "./core/warm";
import { startPrinting } from "./print/print";
import { keepFocus } from "./ui/focus";
import { startKeys } from "./ui/keys";

// What stands in a field must not get into the browser's own files: form
// history, and the state of a tab that it restores.
const before = options.vnode;
options.vnode = (node) => {
  if (node.type === "input" || node.type === "textarea" || node.type === "select") (node.props as { autocomplete?: string }).autocomplete ??= "off";
  before?.(node);
};

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
  warm();
  sweepOnce();
}
