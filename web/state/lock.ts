// Locking: by the button, after minutes without input, and together with the other tabs. To lock, the page reloads, so
// nothing that was read stays in memory. When something typed could not be written, the page stays: covered, without
// its screens, with a core that has no key. Only the typed text waits in memory. It is back in its card after the
// passphrase.
import { computed, effect, signal } from "@preact/signals";
import type { HelloRes, SetLockReq } from "../core/api.gen";
import { openChannel } from "../core/channel";
import { client } from "../core/client";
import { writeAll } from "./autosave";
import { nextId } from "./draft";
import { replaceHash, route } from "./route";
import { saveState } from "./saving";
import { say, unsay } from "./toast";
import type { Work } from "./work";

/** A passphrase protects the register. */
export const guarded = computed(() => client.hello.value?.guarded ?? false);

/** Another tab rewrites everything; this one waits. */
export const away = signal(false);

type Word = "input" | "away" | "anew";
const channel = openChannel("rroform-lock");
const tell = (word: Word) => channel?.postMessage(word);
const nap = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Has everything that was typed written; false when something could not be. */
async function settle(): Promise<boolean> {
  await writeAll();
  return saveState.peek().level === "ok";
}

/** Asks the other tabs to save what was typed there, and to wait. */
export async function sendAway() {
  tell("away");
  await nap(500);
}

/** Makes the other tabs reload. */
export function tellAnew() {
  tell("anew");
}

/** Reloads this tab and the others. */
export function startAnew() {
  tellAnew();
  location.reload();
}

export async function lockNow() {
  if (await settle()) return startAnew();
  tellAnew();
  cover();
}

/** Locks this page although something could not be written. */
function cover() {
  const [section, id] = route.peek().path;
  // so that the card with the typed text opens again
  if (section === "appeals" && id === "new") replaceHash("#/appeals/" + nextId.peek());
  unsay();
  client.lock();
}

/** Sets, changes or removes the passphrase; false when it was not done. */
export async function changeLock(work: Work, text: string, req: SetLockReq): Promise<boolean> {
  if (!(await settle())) {
    say({ text: "Сначала сохраните то, что не сохранено.", bad: true });
    return false;
  }
  await sendAway();
  const hello = await work.run<"setLock">(text, "setLock", req);
  tellAnew();
  if (hello) client.greeted(hello as HelloRes);
  return hello !== null;
}

channel?.addEventListener("message", async (event: MessageEvent<Word>) => {
  if (event.data === "input") last = Date.now();
  else {
    const saved = await settle();
    if (event.data === "away") away.value = true;
    else if (saved || away.peek()) location.reload();
    else if (guarded.peek()) cover();
  }
});

let last = Date.now(); // input, in any tab
let told = 0;
for (const input of ["pointerdown", "keydown", "wheel"]) {
  addEventListener(input, () => {
    last = Date.now();
    if (last - told > 10_000) {
      told = last;
      tell("input");
    }
  }, { capture: true, passive: true });
}

// The clock counts, not the timer: a machine that slept wakes up locked. A long call doubles the time, but does not
// keep
// the page open for ever.
const look = () => {
  const hello = client.hello.peek();
  if (!hello?.guarded || hello.locked) return;
  const terms = client.busy ? 2 : 1;
  if (Date.now() - last > terms * hello.autoLock * 60_000) void lockNow();
};
effect(() => {
  if (!guarded.value) return;
  const timer = setInterval(look, 5_000);
  return () => clearInterval(timer);
});
