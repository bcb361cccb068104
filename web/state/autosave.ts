// Saves what is typed: soon after a change, at once when its field or the page is left, and again after a refusal.
import { effect, signal } from "@preact/signals";
import { client } from "../core/client";
import { asCoreError, stopped, type CoreError } from "../core/errors";
import { afterPress } from "../ui/press";
import { announce, changes, copied, forgetFailure, markUnwritten, pending, refused, saving } from "./saving";

const delay = 300; // ms a change may wait; more typing does not put it off
const again = 5000; // ms after which a refused write is tried again

/** Everything that was typed and is not on disk. */
const unwritten = new Set<AutoSave>();

/** A record that is being edited. A subclass keeps what was typed, calls `changed` after each change, and can write. */
export abstract class AutoSave {
  /** Why it is not on disk, or could not be read. After a conflict nothing is written until the clerk has decided. */
  readonly error = signal<CoreError | null>(null);
  /** Fields the clerk has left: an empty field is no error before that. */
  readonly visited = signal<ReadonlySet<string>>(new Set());

  #version = 0;
  #saved = 0; // the version that is on disk
  #waiting: { timer: number; done: () => void } | null = null;
  #running: Promise<void> | null = null;
  #retry = 0;

  /** Sends what was typed to the core and takes the core's answer; throws when the core refuses. */
  protected abstract write(): Promise<void>;

  get dirty(): boolean { return this.#version !== this.#saved; }

  protected changed(): void {
    this.#version++;
    unwritten.add(this);
    if (this.#inConflict) return;
    this.#waiting ??= { timer: setTimeout(() => afterPress(() => void this.flush()), delay), done: announce() };
  }

  /** The clerk has left a field. */
  visit(path: string): void {
    afterPress(() => {
      if (!this.visited.peek().has(path)) this.visited.value = new Set(this.visited.peek()).add(path);
      void this.flush();
    });
  }

  /** Saves what is not saved; resolves when it is on disk or has failed. */
  async flush(): Promise<void> {
    while (this.dirty && !this.#inConflict && !client.hello.peek()?.locked) {
      this.#running ??= this.#save().finally(() => (this.#running = null));
      await this.#running;
      if (this.error.peek()) return;
    }
  }

  /** Writes although the last write was refused. */
  async retry(): Promise<void> {
    this.error.value = null;
    await this.flush();
  }

  /** Takes what is stored and gives up what was typed, which stays when `read` fails. */
  protected async replace(read: () => Promise<void>): Promise<void> {
    await this.#running;
    const { dirty } = this;
    this.#settle(); // nothing may be written while the stored record is on its way
    try {
      await read();
      this.forget();
      this.error.value = null;
      forgetFailure();
    } catch (error) {
      if (dirty) this.#version++;
      this.error.value = asCoreError(error);
    }
  }

  /** What was typed is no longer wanted. */
  forget(): void {
    this.#settle();
    unwritten.delete(this);
    markUnwritten(this, null);
  }

  get #inConflict() { return this.error.peek()?.code === "conflict"; }

  #settle() {
    this.#saved = this.#version;
    clearTimeout(this.#retry);
    this.#stopWaiting()?.();
  }

  /** Returns what ends the announcement of the write that waited. */
  #stopWaiting(): (() => void) | undefined {
    const waiting = this.#waiting;
    this.#waiting = null;
    clearTimeout(waiting?.timer);
    return waiting?.done;
  }

  async #save(): Promise<void> {
    const version = this.#version, done = this.#stopWaiting();
    try {
      await saving(() => this.write());
      this.#saved = version;
      this.error.value = null;
      markUnwritten(this, null);
      if (!this.dirty) unwritten.delete(this);
    } catch (problem) {
      const error = (this.error.value = asCoreError(problem));
      markUnwritten(this, error);
      if (error.code === "conflict") await this.#readAgain();
      else if (error.code !== stopped) this.#tryLater(); // a new core is waited for below
    } finally {
      done?.();
    }
  }

  /** The core reads what another tab has stored, so that the clerk can be shown it. */
  async #readAgain() {
    this.#stopWaiting()?.();
    await client.call("reload", {}).catch(() => {});
  }

  /** The store may have room by then, or another tab be closed. */
  #tryLater() {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => { if (client.state.peek().phase === "ready") void this.flush(); }, again);
  }
}

const flushAll = () => unwritten.forEach((one) => void one.flush());

/** Has everything that was typed written; false when something was refused. */
export async function writeAll(): Promise<boolean> {
  flushAll();
  for (let i = 0; i < 100 && pending.peek(); i++) await new Promise((done) => setTimeout(done, 50));
  return !pending.peek() && !refused.peek();
}

/** Where nothing is kept on disk, everything entered is lost with the tab, unless a copy was made since. */
const lostOnLeaving = () => !!client.hello.peek()?.memory && changes.peek() > copied.peek();

addEventListener("pagehide", flushAll);
addEventListener("blur", flushAll);
document.addEventListener("visibilitychange", flushAll);
addEventListener("beforeunload", (event) => {
  flushAll();
  if (unwritten.size || lostOnLeaving()) event.preventDefault();
});

// What a core that stopped could not save, the next one saves, once it has the passphrase.
effect(() => {
  if (client.state.value.phase === "ready" && !client.hello.value?.locked) flushAll();
});
