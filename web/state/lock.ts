// Locking: by the button, after minutes without input, and with the other tabs.
// To lock is to load the page again: nothing of what was read stays in memory.
// Where something typed could not be written, the page stays, covered, without
// its screens and with a core that has no key; only what was typed waits in its
// memory, and is back in its card after the passphrase.
import { computed, effect, signal } from "@preact/signals";
import type { HelloRes, SetLockReq } from "../core/api.gen";
import { openChannel } from "../core/channel";
import { client } from "../core/client";
import { nextId } from "./draft";
import { replaceHash, route } from "./route";
import { saveState, writeAll } from "./saving";
import { say, unsay } from "./toast";
import type { Work } from "./work";

/** A passphrase seals what is kept here. */
export const guarded = computed(() => client.hello.value?.guarded ?? false);

/** Another tab is rewriting everything: this one waits for it. */
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

/** Has the other tabs save what was typed there and wait. */
export async function sendAway() {
  tell("away");
  await nap(500);
}

/** Lets the other tabs begin anew. */
export function tellAnew() {
  tell("anew");
}

/** Begins anew here and in the other tabs. */
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
  if (section === "appeals" && id === "new") replaceHash("#/appeals/" + nextId.peek()); // the way back to what is typed
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

// A machine that slept wakes up locked: not the timer counts, but the clock. A
// long call gets the same time once more: it may not keep the page open for ever.
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
