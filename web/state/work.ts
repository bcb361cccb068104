// A long call of the core: how far it is, the way to stop it, what went wrong.
import { useState } from "preact/hooks";
import type { MethodName, Methods } from "../core/api.gen";
import { client, type Answer, type CallOptions } from "../core/client";
import { asCoreError, cancelled, type CoreError, type Progress } from "../core/errors";
import { say } from "./toast";

/** What is being done, for the clerk to see. */
export interface Doing {
  text: string; // "" = nothing
  progress: Progress | null;
  cancel: (() => void) | null; // null = it cannot be stopped
}

export interface Work extends Doing {
  error: CoreError | null;
  /** The answer, or null when it was cancelled or went wrong; either is said. */
  clear: () => void; // what went wrong is of no interest any more
  run: <M extends MethodName>(text: string, method: M, req: Methods[M]["req"], options?: CallOptions) => Promise<Answer<M> | null>;
  /** The same for what is more than one call. */
  call: <T>(text: string, f: (options: CallOptions) => Promise<T>) => Promise<T | null>;
}

const idle = { text: "", progress: null, cancel: null, error: null };

/** stopped is said when the clerk cancels. */
export function useWork(stopped = "Отменено. Ничего не изменилось."): Work {
  const [state, set] = useState<Omit<Work, "run" | "call" | "clear">>(idle);
  const call: Work["call"] = async (text, f) => {
    const abort = new AbortController();
    set({ ...idle, text, cancel: () => abort.abort() });
    try {
      const answer = await f({ signal: abort.signal, onProgress: (progress) => set((s) => ({ ...s, progress })) });
      set(idle);
      return answer;
    } catch (problem) {
      const error = asCoreError(problem);
      set({ ...idle, error: error.code === cancelled ? null : error });
      if (error.code === cancelled) say({ text: stopped });
      return null;
    }
  };
  const run: Work["run"] = (text, method, req, options) => call(text, (own) => client.call(method, req, { ...options, ...own }));
  return { ...state, run, call, clear: () => set(idle) };
}
