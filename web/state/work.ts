// A long call of the core: how far it is, the way to stop it, what went wrong.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { MethodName, Methods } from "../core/api.gen";
import { client, type Answer, type CallOptions } from "../core/client";
import { asCoreError, cancelled, type CoreError, type Progress } from "../core/errors";
import { say } from "./toast";

/** What is being done, for the clerk to see. */
export interface Doing {
  text: string; // "" = nothing is being done
  progress: Progress | null;
  cancel: (() => void) | null; // null = it cannot be stopped
}

/** The part of [CallOptions] that shows progress and allows to cancel. */
export type Watch = Required<Pick<CallOptions, "signal" | "onProgress">>;

const idle: Doing = { text: "", progress: null, cancel: null };

/** One piece of work at a time. A component that reads its properties follows them. */
export class Work implements Doing {
  readonly #doing = signal(idle);
  #latest = idle;
  readonly #error = signal<CoreError | null>(null);

  /** `cancelled` is the toast after a cancel; null = the clerk cannot cancel. */
  constructor(readonly cancelled: string | null = "Отменено. Ничего не изменилось.") {}

  get text() { return this.#doing.value.text; }
  get progress() { return this.#doing.value.progress; }
  get cancel() { return this.#doing.value.cancel; }
  get error() { return this.#error.value; }

  /** Removes the error from the screen. */
  clear = () => { this.#error.value = null; };

  /** Calls the core once. null = cancelled or failed, which the screen or a toast says. */
  run<M extends MethodName>(text: string, method: M, req: Methods[M]["req"], options?: CallOptions) {
    return this.call<Answer<M>>(text, (watch) => client.call(method, req, { ...options, ...watch }));
  }

  /** The same for work that is more than one call. */
  call<T>(text: string, steps: (watch: Watch) => Promise<T>, toast = this.cancelled): Promise<T | null> {
    return this.watch(text, steps, toast !== null).catch((problem: unknown) => {
      const error = asCoreError(problem);
      if (error.code === cancelled) say({ text: toast ?? error.text });
      else this.#error.value = error;
      return null;
    });
  }

  /** The same for a caller that shows errors, and a cancel, in its own way. Work that began later is on the screen. */
  async watch<T>(text: string, steps: (watch: Watch) => Promise<T>, mayCancel = true): Promise<T> {
    const abort = new AbortController();
    const mine: Doing = { text, progress: null, cancel: mayCancel ? () => abort.abort() : null };
    const latest = () => this.#latest === mine;
    this.#doing.value = this.#latest = mine;
    this.clear();
    const onProgress = (progress: Progress) => { if (latest()) this.#doing.value = { ...mine, progress }; };
    try {
      return await steps({ signal: abort.signal, onProgress });
    } finally {
      if (latest()) this.#doing.value = idle;
    }
  }
}

/** Work that belongs to a component. */
export const useWork = (cancelled?: string | null): Work => useState(() => new Work(cancelled))[0];
