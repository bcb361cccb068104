// A long call of the core: its progress, the way to cancel it, what went wrong.
import { useState } from "preact/hooks";
import type { MethodName, Methods } from "../../core/api.gen";
import { client, type Answer, type CallOptions } from "../../core/client";
import { cancelled, type CoreError, type Progress } from "../../core/errors";
import { say } from "../../state/toast";

export interface Work {
  text: string; // what is being done, "" = nothing
  progress: Progress | null;
  cancel: (() => void) | null;
  error: CoreError | null;
  /** Answers null when it failed or was cancelled; that is shown here. */
  call: <M extends MethodName>(text: string, method: M, req: Methods[M]["req"], options?: CallOptions) => Promise<Answer<M> | null>;
}

const idle = { text: "", progress: null, cancel: null, error: null };

export function useWork(): Work {
  const [state, set] = useState<Omit<Work, "call">>(idle);
  const call: Work["call"] = async (text, method, req, options = {}) => {
    const abort = new AbortController();
    set({ text, progress: null, cancel: () => abort.abort(), error: null });
    try {
      const answer = await client.call(method, req, { ...options, signal: abort.signal,
        onProgress: (progress) => set((s) => ({ ...s, progress })) });
      set(idle);
      return answer;
    } catch (problem) {
      const error = problem as CoreError;
      set({ ...idle, error: error.code === cancelled ? null : error });
      if (error.code === cancelled) say({ text: "Отменено. Ничего не изменилось." });
      return null;
    }
  };
  return { ...state, call };
}
