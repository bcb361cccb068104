// Keeps the focus. When the focused button is removed or disabled, the browser focuses nothing, and a keyboard user
// starts from the top of the page. A screen that knows a better place moves the focus itself; this is for all other
// cases.
const places = "dialog, section, form, main";
const grace = 60; // ms; a screen may move the focus itself within them

let last: HTMLElement | null = null;
let around: Element[] = []; // its ancestors, the nearest first
let timer = 0;

const lost = () => document.activeElement === document.body || !document.activeElement;
const usable = (e: HTMLElement) => e.isConnected && !e.matches(":disabled");

function find() {
  if (!last || !lost() || document.querySelector("dialog[open]")?.contains(document.activeElement)) return;
  if (last.isConnected) {
    if (usable(last)) last.focus({ preventScroll: true }); // it was disabled for a while
    return;
  }
  const place = around.find((e) => e.isConnected) as HTMLElement | undefined;
  const within = place ?? document.getElementById("main");
  if (!within) return;
  if (within.tabIndex < 0 && !within.hasAttribute("tabindex")) within.tabIndex = -1;
  within.focus({ preventScroll: true });
}

export function keepFocus() {
  document.addEventListener("focusin", ({ target }) => {
    last = target as HTMLElement;
    around = [];
    for (let e = last.parentElement; e; e = e.parentElement) if (e.matches(places)) around.push(e);
  });
  // A click outside of all controls removes the focus on purpose.
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element && !target.closest("a, button, input, select, textarea, summary, label, [tabindex]"))
      last = null;
  });
  new MutationObserver(() => {
    if (!last || (lost() === false && usable(last))) return;
    clearTimeout(timer);
    timer = setTimeout(find, grace);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
}
