// The button that forms, and what happens meanwhile.
import type { Job } from "./job";

interface BarProps {
  label: string;
  text: string;
  job: Pick<Job<never>, "cancel" | "progress">;
  onBuild: () => void;
}

export function BuildBar({ label, text, job, onBuild }: BarProps) {
  const { progress, cancel } = job;
  const share = progress?.total ? `: ${progress.done} из ${progress.total}` : "";
  return (
    <div class="rro-build">
      <button type="button" class="btn btn-primary" disabled={cancel !== null} onClick={onBuild}>{label}</button>
      {cancel ? (
        <>
          <progress max={progress?.total || 1} value={progress?.total ? progress.done : undefined} aria-label="Ход работы" />
          <span>{(progress?.text ?? "Собираем архив") + share}</span>
          <button type="button" class="btn btn-sm btn-outline-secondary" onClick={cancel}>Отменить</button>
        </>
      ) : <b aria-live="polite">{text}</b>}
    </div>
  );
}
