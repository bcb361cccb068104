// Loads data of the core for a screen: when the screen opens, and again after every write of this or another tab.
import { useEffect, useState } from "preact/hooks";
import type { MethodName, Methods } from "../core/api.gen";
import { client, type Answer } from "../core/client";
import { asCoreError, type CoreError } from "../core/errors";
import { changes } from "./saving";

/** A screen shows it by [Answered], and never a guess before the core has answered. */
export interface Loaded<T> {
  data: T | null; // null until the answer
  error: CoreError | null;
}

// While words are typed, the answer to the last question stays on the screen for so many ms, so that nothing flickers.
const grace = 500;

/** Asks when the key changes and after every write. `leave` ends a question whose answer is no longer needed. */
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
