// How far a long work is, and the button that stops it.
import type { Doing } from "../state/work";

export function WorkBar({ work: { text, progress, cancel } }: { work: Doing }) {
  if (!text) return null;
  const total = progress?.total || 0;
  return (
    <div class="rro-build">
      <progress max={total || 1} value={total ? progress!.done : undefined} aria-label="Ход работы" />
      <span>{(progress?.text ?? text) + (total ? `: ${progress!.done} из ${total}` : "")}</span>
      {cancel && <button type="button" class="btn btn-sm btn-outline-secondary" onClick={cancel}>Отменить</button>}
    </div>
  );
}
