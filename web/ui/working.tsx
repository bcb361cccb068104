// How far a long call is, and the way to stop it.
import type { Progress } from "../core/errors";

export function Working({ task: { cancel, progress }, text }: { task: { cancel: (() => void) | null; progress: Progress | null }; text: string }) {
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
