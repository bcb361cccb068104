// Nothing may move while a mouse button is down: a button that slid away from
// under it (a finding appeared above) would never hear of the click.
let down = false;
let timer = 0;
const waiting: (() => void)[] = [];

addEventListener("pointerdown", () => {
  down = true;
  clearTimeout(timer);
  timer = setTimeout(release, 1000); // whatever the browser forgets to tell
}, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release), true); // the click comes first

function release() {
  clearTimeout(timer);
  down = false;
  for (const run of waiting.splice(0)) run();
}

/** Runs at once, or when the mouse button is let go. */
export function afterPress(run: () => void) {
  if (down) waiting.push(run);
  else run();
}

// The second click of a double click goes to what was under the first one. What
// has come up there meanwhile, perhaps «Закрыть» or «Применить», is not meant.
let first: Element | null = null;

function controlOf({ target }: Event): Element | null {
  const at = target instanceof Element ? target.closest("a, button, input, select, label, summary, tr") : null;
  return at instanceof HTMLLabelElement ? at.control ?? at : at;
}

addEventListener("mousedown", (e) => {
  if (e.detail >= 2 && controlOf(e) !== first) e.preventDefault(); // nor shall it take the focus
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
