// The record learnt from a sample, and the clerk's confirmation that the sample was real.
import { useState } from "preact/hooks";
import { CheckField } from "../../ui/inputs";

export function SaveTemplate({ preview, onSave }: { preview: string; onSave: (confirmed: boolean) => Promise<void> }) {
  const [confirmed, setConfirmed] = useState(false);
  return (
    <div class="rro-preview" aria-live="polite">
      <h3>По этому образцу запись будет такой</h3>
      <pre>{preview}</pre>
      <CheckField id="zero-confirmed" label="Это образец из «Порядка импорта» или из принятого порталом отчёта"
        checked={confirmed} onChange={setConfirmed}
        hint="Без отметки шаблон запомнится, но предупреждение останется." />
      <button type="button" class="btn btn-sm btn-primary"
        onClick={() => void onSave(confirmed)}>Запомнить шаблон</button>
    </div>
  );
}
