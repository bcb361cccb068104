// Once the register stands, what was not judged today is judged behind it: the
// counts of errors are whole then.
import { useEffect } from "preact/hooks";
import { client } from "../../core/client";
import { changes } from "../../state/saving";

export function useCheck(unchecked: number) {
  const wanted = unchecked > 0;
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    client.call("checkRegister", {}, { signal: abort.signal }).then(() => changes.value++, () => {}); // left: the next visit goes on
    return () => abort.abort();
  }, [wanted]);
}
