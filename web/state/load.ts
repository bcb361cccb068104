// Data of the core on a screen: loaded when the screen opens and again after
// every write of this or another tab.
import { useEffect, useState } from "preact/hooks";
import type { MethodName, Methods } from "../core/api.gen";
import { client, type Answer } from "../core/client";
import { CoreError } from "../core/errors";
import { changes } from "./saving";

export interface Loaded<T> {
  data: T | null; // null until the first answer
  error: CoreError | null;
  loading: boolean;
}

export function useCall<M extends MethodName>(method: M, req: Methods[M]["req"]): Loaded<Answer<M>> {
  const [state, set] = useState<Loaded<Answer<M>>>({ data: null, error: null, loading: true });
  const key = JSON.stringify(req);
  const seen = changes.value;
  useEffect(() => {
    let current = true;
    set((s) => ({ ...s, loading: true }));
    client.call(method, req).then(
      (data) => current && set({ data, error: null, loading: false }),
      (error) => current && set((s) => ({ data: s.data, error: error as CoreError, loading: false })),
    );
    return () => { current = false; };
  }, [method, key, seen]);
  return state;
}
