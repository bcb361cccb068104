// How far a long work is, and the button that stops it.
import type { Doing } from "../state/work";

export interface WorkProps {
  work: Doing;
  label?: string; // of the progress bar, for screen readers
}

export function WorkBar(props: WorkProps) {
  return props.work.text ? <div class="rro-build"><WorkParts {...props} /></div> : null;
}

/** The parts of [WorkBar], for a bar that has more. */
export function WorkParts({ work: { text, progress, cancel }, label = "Ход работы" }: WorkProps) {
  const total = progress?.total || 0;
  return (
    <>
      <progress max={total || 1} value={total ? progress!.done : undefined} aria-label={label} />
      <span>{(progress?.text ?? text) + (total ? `: ${progress!.done} из ${total}` : "")}</span>
      {cancel && <button type="button" class="btn btn-sm btn-outline-secondary" onClick={cancel}>Отменить</button>}
    </>
  );
}
