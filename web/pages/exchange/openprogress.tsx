// How far a long call is, and the button that stops it.
import type { Work } from "./openwork";

export function WorkProgress({ work }: { work: Work }) {
  const { text, progress, cancel } = work;
  if (!text) return null;
  return (
    <div class="rro-build">
      <progress max={progress?.total || 1} value={progress?.total ? progress.done : undefined} aria-label="Ход работы" />
      <span>{(progress?.text ?? text) + (progress?.total ? `: ${progress.done} из ${progress.total}` : "")}</span>
      {cancel && <button type="button" class="btn btn-sm btn-outline-secondary" onClick={cancel}>Отменить</button>}
    </div>
  );
}
