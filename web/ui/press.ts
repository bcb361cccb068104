// Nothing may move while a mouse button is down. If a finding appears above a button and pushes it away, the button
// does not get the click.
let down = false;
let timer = 0;
const waiting: (() => void)[] = [];

addEventListener("pointerdown", () => {
  down = true;
  clearTimeout(timer);
  timer = setTimeout(release, 1000); // in case the browser sends no pointerup
}, true);
// the click comes first
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release), true);

function release() {
  clearTimeout(timer);
  down = false;
  for (const run of waiting.splice(0)) run();
}

/** Runs at once, or when the mouse button is released. */
export function afterPress(run: () => void) {
  if (down) waiting.push(run);
  else run();
}

// After the first click of a double click another button may appear under the mouse, for example «Применить». The
// second
// click is not meant for it.
let first: Element | null = null;

function controlOf({ target }: Event): Element | null {
  const at = target instanceof Element ? target.closest("a, button, input, select, label, summary, tr") : null;
  return at instanceof HTMLLabelElement ? at.control ?? at : at;
}

addEventListener("mousedown", (e) => {
  if (e.detail >= 2 && controlOf(e) !== first) e.preventDefault(); // it must not take the focus either
}, true);

addEventListener("click", (e) => {
  const control = controlOf(e);
  if (e.detail < 2 || control === first) {
    first = control;
    return;
  }
  e.preventDefault();
  e.stopPropagation();
}, true);
