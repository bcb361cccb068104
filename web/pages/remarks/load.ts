// Checking every record takes a while in a large register: it is told how far
// it is, and can be stopped.
import { useEffect, useRef, useState } from "preact/hooks";
import type { RemarksReq, RemarksRes } from "../../core/api.gen";
import { client } from "../../core/client";
import { cancelled, type CoreError, type Progress } from "../../core/errors";
import { changes } from "../../state/saving";

interface State {
  data: RemarksRes | null;
  error: CoreError | null;
  progress: Progress | null;
}

export function useRemarks(req: RemarksReq): State & { cancel: () => void } {
  const [state, set] = useState<State>({ data: null, error: null, progress: null });
  const abort = useRef<AbortController | null>(null);
  const key = JSON.stringify(req), seen = changes.value;
  useEffect(() => {
    const mine = (abort.current = new AbortController());
    let left = false; // nobody waits for this answer any more
    const onProgress = (progress: Progress) => { if (!left) set((s) => ({ ...s, progress })); };
    client.call("remarks", req, { signal: mine.signal, onProgress }).then(
      (data) => { if (!left) set({ data, error: null, progress: null }); },
      (problem) => {
        const error = problem as CoreError;
        if (!left) set((s) => ({ ...s, progress: null, error: error.code === cancelled ? stoppedBy(error) : error }));
      },
    );
    return () => { left = true; mine.abort(); };
  }, [key, seen]);
  return { ...state, cancel: () => abort.current?.abort() };
}

function stoppedBy(error: CoreError): CoreError {
  return Object.assign(error, { text: "Проверка остановлена.", hint: "Чтобы проверить снова, выберите месяц или откройте этот список ещё раз." });
}
