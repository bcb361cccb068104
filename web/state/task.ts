// A long call of the core: its progress, the way to stop it, what went wrong.
import { useState } from "preact/hooks";
import type { MethodName, Methods } from "../core/api.gen";
import { client, type Answer } from "../core/client";
import { cancelled, type CoreError, type Progress } from "../core/errors";
import { say } from "./toast";

export interface Task<M extends MethodName> {
  /** Answers null when it was stopped or went wrong. */
  run: (req: Methods[M]["req"], files?: File[]) => Promise<Answer<M> | null>;
  cancel: (() => void) | null; // null = nothing is going on
  progress: Progress | null;
  error: CoreError | null;
}

export function useTask<M extends MethodName>(method: M): Task<M> {
  const [state, set] = useState<Omit<Task<M>, "run">>({ cancel: null, progress: null, error: null });
  const run = async (req: Methods[M]["req"], files: File[] = []) => {
    const abort = new AbortController();
    set({ cancel: () => abort.abort(), progress: null, error: null });
    try {
      const answer = await client.call(method, req, { files, signal: abort.signal, onProgress: (progress) => set((s) => ({ ...s, progress })) });
      set({ cancel: null, progress: null, error: null });
      return answer;
    } catch (problem) {
      const error = problem as CoreError, stopped = error.code === cancelled;
      set({ cancel: null, progress: null, error: stopped ? null : error });
      if (stopped) say({ text: "Отменено, ничего не изменилось." });
      return null;
    }
  };
  return { ...state, run };
}
