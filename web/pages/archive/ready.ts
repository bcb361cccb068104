// While the clerk looks at the lists, the core prepares the entries of the archive.
import { useEffect } from "preact/hooks";
import type { PlanReq, PlanRes } from "../../core/api.gen";
import { client } from "../../core/client";

/** Starts again with every new list; leaving the screen ends it. */
export function useReady(req: PlanReq, list: PlanRes | null) {
  useEffect(() => {
    if (!list?.in.length) return;
    const abort = new AbortController();
    // an error shows when the archive is formed
    client.call("prepareArchive", req, { signal: abort.signal }).catch(() => {});
    return () => abort.abort();
  }, [list]);
}
