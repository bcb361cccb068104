// The button that forms an archive, and what happens meanwhile.
import type { Doing } from "../../state/work";
import { WorkParts } from "../../ui/work";

interface BarProps {
  label: string;
  text: string;
  work: Doing;
  onBuild: () => void;
}

export function BuildBar({ label, text, work, onBuild }: BarProps) {
  const busy = work.text !== "";
  return (
    <div class="rro-build">
      <button type="button" class="btn btn-primary" disabled={busy} onClick={onBuild}>{label}</button>
      {busy ? <WorkParts work={work} /> : <b aria-live="polite">{text}</b>}
    </div>
  );
}
