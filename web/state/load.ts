// Data of the core on a screen: loaded when the screen opens and again after
// every write of this or another tab.
import { useEffect, useState } from "preact/hooks";
import type { MethodName, Methods } from "../core/api.gen";
import { client, type Answer } from "../core/client";
import { asCoreError, type CoreError } from "../core/errors";
import { changes } from "./saving";

/** Until the core has answered nothing is known: a screen shows an answer by «Answered» and never a guess. */
export interface Loaded<T> {
  data: T | null; // null until the answer
  error: CoreError | null;
}

// The answer to another question stays on the screen for so long, in ms, that
// nothing flickers while words are typed; then it is taken for an answer no more.
const grace = 500;

/** Asks when the key is another one and after every write; what ask returned is ended when nobody waits for it. */
export function useAnswer<T>(key: string, ask: () => { answer: Promise<T>; leave?: () => void }): Loaded<T> {
  const [state, set] = useState<Loaded<T> & { to: string }>({ data: null, error: null, to: key });
  const seen = changes.value;
  useEffect(() => {
    let current = true;
    const late = setTimeout(() => set((s) => (s.to === key ? s : { data: null, error: null, to: key })), grace);
    const { answer, leave } = ask();
    answer.then(
      (data) => current && set({ data, error: null, to: key }),
      (error) => current && set((s) => ({ data: s.to === key ? s.data : null, error: asCoreError(error), to: key })),
    );
    return () => {
      current = false;
      clearTimeout(late);
      leave?.();
    };
  }, [key, seen]);
  return state;
}

export function useCall<M extends MethodName>(method: M, req: Methods[M]["req"]): Loaded<Answer<M>> {
  return useAnswer(method + JSON.stringify(req), () => ({ answer: client.call(method, req) }));
}
