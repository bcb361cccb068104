// Mounts the page at once; the core starts meanwhile.
import { options, render } from "preact";
import { App } from "./app";
import { client } from "./core/client";
import { sweepOnce, warm } from "./core/warm";
import { startPrinting } from "./print/print";
import { keepFocus } from "./ui/focus";
import { startKeys } from "./ui/keys";

// The browser must not store what is typed in fields: neither as form history nor to restore a closed tab.
const before = options.vnode;
options.vnode = (node) => {
  if (node.type === "input" || node.type === "textarea"
    || node.type === "select") (node.props as { autocomplete?: string }).autocomplete ??= "off";
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
  html.dataset.page = "mounted"; // from now on boot.ts does not show errors: the page does
  client.start();
  warm();
  sweepOnce();
}
