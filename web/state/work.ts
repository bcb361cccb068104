// A long call of the core: how far it is, the way to stop it, what went wrong.
import { useState } from "preact/hooks";
import type { MethodName, Methods } from "../core/api.gen";
import { client, type Answer, type CallOptions } from "../core/client";
import { cancelled, type CoreError, type Progress } from "../core/errors";
import { say } from "./toast";

export interface Work {
  cancel: (() => void) | null; // null = nothing is going on
  progress: Progress | null;
  error: CoreError | null;
  forget: () => void; // what went wrong is of no interest any more
  /** The answer, or null when it was cancelled or went wrong. */
  run: <M extends MethodName>(method: M, req: Methods[M]["req"], options?: CallOptions) => Promise<Answer<M> | null>;
}

export function useWork(stopped: string): Work {
  const [state, set] = useState<Pick<Work, "cancel" | "progress" | "error">>({ cancel: null, progress: null, error: null });
  const run: Work["run"] = async (method, req, options) => {
    const abort = new AbortController();
    set({ cancel: () => abort.abort(), progress: null, error: null });
    try {
      const answer = await client.call(method, req, { ...options, signal: abort.signal, onProgress: (progress) => set((s) => ({ ...s, progress })) });
      set({ cancel: null, progress: null, error: null });
      return answer;
    } catch (problem) {
      const error = problem as CoreError;
      set({ cancel: null, progress: null, error: error.code === cancelled ? null : error });
      if (error.code === cancelled) say({ text: stopped });
      return null;
    }
  };
  return { ...state, run, forget: () => set((s) => (s.error ? { ...s, error: null } : s)) };
}
