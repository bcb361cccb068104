// While the clerk looks at the lists, the core makes the entries ready.
import { useEffect } from "preact/hooks";
import type { PlanReq, PlanRes } from "../../core/api.gen";
import { client } from "../../core/client";

/** Asks anew with every new list; leaving the screen ends it. */
export function useReady(req: PlanReq, list: PlanRes | null) {
  useEffect(() => {
    if (!list?.in.length) return;
    const abort = new AbortController();
    client.call("prepareArchive", req, { signal: abort.signal }).catch(() => {}); // forming the archive says what is wrong
    return () => abort.abort();
  }, [list]);
}
