// Once the register is on the screen, the core checks the appeals that were not checked today. Then the counts of
// errors are complete.
import { useEffect } from "preact/hooks";
import { client } from "../../core/client";
import { changes } from "../../state/saving";

export function useCheck(unchecked: number) {
  const wanted = unchecked > 0;
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    // after leaving, the next visit continues
    client.call("checkRegister", {}, { signal: abort.signal }).then(() => changes.value++, () => {});
    return () => abort.abort();
  }, [wanted]);
}
