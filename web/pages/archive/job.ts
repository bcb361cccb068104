// Forms an archive: progress, cancelling, and handing out what was made.
import { useState } from "preact/hooks";
import type { Archive, Methods } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, cancelled, type CoreError, type Progress } from "../../core/errors";
import { wrote } from "../../state/saving";
import { say } from "../../state/toast";
import { download, handOver, zipType } from "../../ui/download";

export interface Job<Req> {
  run: (req: Req) => Promise<void>;
  cancel: (() => void) | null; // null = nothing is being formed
  progress: Progress | null;
  error: CoreError | null;
  forget: () => void; // what went wrong is of no interest any more
}

type Build = "build" | "buildZero";

export function useJob<M extends Build>(method: M, made: (archive: Archive) => void): Job<Methods[M]["req"]> {
  const [state, set] = useState<Omit<Job<never>, "run" | "forget">>({ cancel: null, progress: null, error: null });
  const run = async (req: Methods[M]["req"]) => {
    const abort = new AbortController();
    const parts: Blob[] = []; // lie outside the page's memory
    set({ cancel: () => abort.abort(), progress: null, error: null });
    try {
      const { archive } = await client.call<Build>(method, req as Methods[Build]["req"],
        { signal: abort.signal, onProgress: (progress) => set((s) => ({ ...s, progress })), onBlock: (part) => parts.push(new Blob([part], { type: zipType })) });
      wrote();
      made(archive);
      set({ cancel: null, progress: null, error: null });
      archive.parts.forEach((part, i) => handOver(parts[i]!, part.name));
    } catch (problem) {
      const error = asCoreError(problem);
      const stopped = error.code === cancelled;
      set({ cancel: null, progress: null, error: stopped ? null : error });
      if (stopped) say({ text: "Отменено, архив не сформирован. В журнале ничего не изменилось." });
    }
  };
  return { ...state, run, forget: () => set((s) => (s.error ? { ...s, error: null } : s)) };
}

/** Gives a part of the journal to the browser: the same bytes every time. */
export async function handOut(id: string, part: number, passphrase = "") {
  const { result, files } = await client.call("archivePart", { id, part, passphrase });
  download(files[0]!, result.name);
}
