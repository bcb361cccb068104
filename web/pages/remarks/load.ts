// Checking every record takes a while in a large register: it is told how far
// it is, and can be stopped.
import { useRef, useState } from "preact/hooks";
import type { RemarksReq, RemarksRes } from "../../core/api.gen";
import { client } from "../../core/client";
import { cancelled, type CoreError, type Progress } from "../../core/errors";
import { useAnswer, type Loaded } from "../../state/load";

interface Remarks {
  found: Loaded<RemarksRes>;
  progress: Progress | null; // null = nothing is being checked, or it takes no time
  cancel: () => void;
}

export function useRemarks(req: RemarksReq): Remarks {
  const [progress, setProgress] = useState<Progress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const found = useAnswer(JSON.stringify(req), () => {
    const mine = (abort.current = new AbortController());
    const here = () => abort.current === mine;
    const answer = client.call("remarks", req, { signal: mine.signal, onProgress: (p) => { if (here()) setProgress(p); } })
      .catch((error: CoreError) => { throw error.code === cancelled ? stoppedBy(error) : error; })
      .finally(() => { if (here()) setProgress(null); });
    return { answer, leave: () => mine.abort() };
  });
  return { found, progress, cancel: () => abort.current?.abort() };
}

function stoppedBy(error: CoreError): CoreError {
  return Object.assign(error, { text: "Проверка остановлена.", hint: "Чтобы проверить снова, выберите месяц или откройте этот список ещё раз." });
}
