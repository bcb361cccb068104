// What is being done to the table, with progress and «Отменить».
import { busy } from "./state";

export function Working() {
  const now = busy.value;
  if (!now) return null;
  const { progress, cancel } = now;
  return (
    <div class="rro-build" aria-live="polite">
      <span>{progress?.text ?? now.text}{progress && progress.total > 0 && ` ${Math.floor((100 * progress.done) / progress.total)} %`}</span>
      <progress aria-label={now.text} {...(progress && progress.total > 0 ? { value: progress.done, max: progress.total } : {})} />
      {cancel && <button type="button" class="btn btn-sm btn-outline-secondary" onClick={cancel}>Отменить</button>}
    </div>
  );
}
