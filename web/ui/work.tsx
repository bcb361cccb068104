// How far a long work is, and the button that stops it.
import type { Work } from "../state/work";

export function WorkBar({ work, text }: { work: Work; text: string }) {
  const { progress, cancel } = work;
  if (!cancel) return null;
  const share = progress?.total ? `: ${progress.done} из ${progress.total}` : "";
  return (
    <div class="rro-build">
      <progress max={progress?.total || 1} value={progress?.total ? progress.done : undefined} aria-label="Ход работы" />
      <span>{(progress?.text ?? text) + share}</span>
      <button type="button" class="btn btn-sm btn-outline-secondary" onClick={cancel}>Отменить</button>
    </div>
  );
}
