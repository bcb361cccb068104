// The focus is never lost: when the button that was pressed is gone or greyed
// out, the browser puts the focus on nothing, and who works with the keyboard
// begins at the top of the page again. Screens move it where they know better;
// this catches what they leave.
const places = "dialog, section, form, main";
const grace = 60; // ms in which a screen may move it itself

let last: HTMLElement | null = null;
let around: Element[] = []; // what it stood in, from the inside out
let timer = 0;

const lost = () => document.activeElement === document.body || !document.activeElement;
const usable = (e: HTMLElement) => e.isConnected && !e.matches(":disabled");

function find() {
  if (!last || !lost() || document.querySelector("dialog[open]")?.contains(document.activeElement)) return;
  if (last.isConnected) {
    if (usable(last)) last.focus({ preventScroll: true }); // it was greyed out for a while; until then it keeps its place
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
  // A click beside everything gives the focus up on purpose.
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element && !target.closest("a, button, input, select, textarea, summary, label, [tabindex]")) last = null;
  });
  new MutationObserver(() => {
    if (!last || (lost() === false && usable(last))) return;
    clearTimeout(timer);
    timer = setTimeout(find, grace);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
}
