// The save state in the header. Everything that writes goes through [saving], so that one line speaks for the whole
// page.
import { computed, signal } from "@preact/signals";
import { openChannel } from "../core/channel";
import { client } from "../core/client";
import { asCoreError, type CoreError } from "../core/errors";
import { ageInWords, daysSince, isoDay } from "../text/dates";
import { time } from "../text/format";

/** Writes under way, or waiting until more was typed. */
export const pending = signal(0);
const savedAt = signal<Date | null>(null);
const failure = signal<CoreError | null>(null);

/** Why a draft is not on disk. A successful write of something else does not remove it. */
const unwritten = signal<ReadonlyMap<object, CoreError>>(new Map());

export function markUnwritten(draft: object, error: CoreError | null) {
  if (!error && !unwritten.peek().has(draft)) return;
  const next = new Map(unwritten.peek());
  if (error) next.set(draft, error);
  else next.delete(draft);
  unwritten.value = next;
}

/** Why the last write was refused, until one goes through, or why a draft is not on disk. */
export const refused = computed(() => failure.value ?? [...unwritten.value.values()][0] ?? null);

export interface SaveState {
  text: string;
  level: "ok" | "busy" | "bad";
  hint: string;
  idle?: boolean; // there is nothing to save yet: shown less prominently
}

export const saveState = computed<SaveState>(() => {
  if (refused.value) return { text: "Не сохранено: " + small(refused.value.text), level: "bad",
    hint: refused.value.hint };
  if (pending.value) return { text: client.hello.value?.memory ? "Запоминается…" : "Сохраняется…", level: "busy",
    hint: "" };
  if (client.state.value.phase === "failed") return { text: "Ничего не сохраняется", level: "bad",
    hint: "Программа не запустилась: что делать, сказано под этой строкой." };
  if (client.hello.value?.memory) return { text: "Не сохраняется на диск", level: "bad",
    hint: "Сделайте резервную копию: «Обмен»." };
  if (savedAt.value) return { text: "Сохранено " + time(savedAt.value), level: "ok",
    hint: "Записано на диск этого компьютера." };
  const hello = client.hello.value;
  if (!hello) return { text: "", level: "ok", hint: "", idle: true }; // not known yet
  return { text: "Сохранено", level: "ok", hint: "Изменений нет.", idle: hello.empty };
});

/** A sentence for the place after a colon. */
const small = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Days after which a backup is shown as old. */
export const oldBackup = 7;

export const backupAge = computed(() => {
  const hello = client.hello.value;
  if (!hello) return { text: "", old: false };
  if (!hello.backup) return { text: hello.empty ? "" : "Нет резервной копии", old: !hello.empty };
  const today = isoDay(new Date()); // the page may be open for days
  return { text: "Резервная копия: " + ageInWords(hello.backup, today),
    old: daysSince(hello.backup, today) > oldBackup };
});

/** A change waits to be written; call the returned function when it begins. */
export function announce(): () => void {
  pending.value++;
  let open = true;
  return () => { if (open) { open = false; pending.value--; } };
}

/** Runs a write and shows how it went; the error is passed on. */
export async function saving<T>(write: () => Promise<T>): Promise<T> {
  const done = announce();
  try {
    const result = await write();
    wrote();
    return result;
  } catch (error) {
    failure.value = asCoreError(error);
    throw error;
  } finally {
    done();
  }
}

/** Call it after a write outside of [saving], of a screen that shows the refusal itself. */
export function wrote() {
  savedAt.value = new Date();
  failure.value = null;
  tellTabs();
  // the register is no longer empty, and has no backup
  if (client.hello.peek()?.empty) void client.refresh().catch(() => {});
}

/** Hides the failure: the clerk has seen it, or has given up the change. */
export function forgetFailure() {
  failure.value = null;
}

// Other tabs hear of each write. A browser that may store nothing forbids the channel too; then the page works alone.
const channel = openChannel("rroform-changes");
/** Counts the writes of this tab and of others; lists load again when it changes. */
export const changes = signal(0);

/** The value of [changes] when this tab's content was last saved to a file. */
export const copied = signal(0);

function tellTabs() {
  changes.value++;
  channel?.postMessage("changed");
}

/** Counts what other tabs wrote, once this core has read it. */
export const foreign = signal(0);
const settle = 1000; // ms: another tab that is typing writes three times a second

let hearing = 0;
channel?.addEventListener("message", () => {
  hearing ||= setTimeout(() => {
    hearing = 0;
    if (client.state.peek().phase !== "ready") return;
    void client.call("reload", {}).then(() => { changes.value++; foreign.value++; }).catch(() => {});
  }, settle);
});
