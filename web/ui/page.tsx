// The parts that every screen has.
import type { ComponentChildren } from "preact";
import { client } from "../core/client";
import { stopped, type CoreError } from "../core/errors";
import type { Loaded } from "../state/load";

/** The title of a screen with its actions at the right. */
export function Title({ text, children, aside }: { text: string; children?: ComponentChildren;
  aside?: ComponentChildren }) {
  return (
    <div class="rro-title">
      <h1 tabIndex={-1} id="title">{text}</h1>
      {aside}
      {children && <div class="rro-actions">{children}</div>}
    </div>
  );
}

/** Empty where the core has not started: the notice above the screen explains that. */
export function Problem({ error }: { error: CoreError | null }) {
  if (!error || (error.code === stopped && client.state.value.phase === "failed")) return null;
  return <div role="alert" class="rro-problem"><strong>{error.text}</strong> {error.hint}</div>;
}

/** A placeholder for an answer of the core: empty for a moment, then it shows what takes so long. */
export function Waiting({ text = "Загружаем…" }: { text?: string | undefined }) {
  const started = client.state.value.phase === "ready"; // otherwise the notice above the screen explains it
  return <p class="rro-quiet rro-waiting" aria-busy="true">{started && text}</p>;
}

interface AnsweredProps<T> {
  of: Loaded<T>;
  text?: string; // of what takes so long
  children: (data: T) => ComponentChildren;
}

/** The core's answer, or its error. */
export function Answered<T>({ of: { data, error }, text, children }: AnsweredProps<T>) {
  return <><Problem error={error} />{data ? children(data) : !error && <Waiting text={text} />}</>;
}

/** Moves to a heading. An anchor cannot, since the address is a route. */
export function jump(id: string) {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** A notice inside a screen. */
export function Notice({ level, children }: { level: "info" | "warning" | "error" | "ok"; children: ComponentChildren })
  {
  return <div class={"rro-notice rro-notice-" + level}>{children}</div>;
}

/** An empty list: what it means and what to do. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="rro-empty">{children}</div>;
}
