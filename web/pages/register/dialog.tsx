// «Изменить…»: what to set in every chosen appeal, with a preview.
import { useState } from "preact/hooks";
import type { MassEdit, MassRes, Questions } from "../../core/api.gen";
import { asCoreError, type CoreError } from "../../core/errors";
import { plural, statusLabel } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { CheckField } from "../../ui/inputs";
import { Problem } from "../../ui/page";
import { EditFields } from "./edit";
import { allQuestions, appeals, apply, noEdit, preview } from "./mass";
import { Preview } from "./preview";

// errors that are shown at their field
const ofFields = ["code", "responseDate", "incomingDate", "registrationDate", "recipient", "transferDate"];

interface Props {
  ids: string[];
  only: Questions; // that the filters of the register select
  onClose: () => void;
  onDone: () => void;
}

export function MassDialog({ ids, only, onClose, onDone }: Props) {
  const [edit, setEdit] = useState<MassEdit>(noEdit);
  const filter = [only.status
    && `статус «${statusLabel(only.status)}»`, only.code && `код ${only.code}`].filter(Boolean).join(", ");
  const [narrow, setNarrow] = useState(filter !== "");
  const meant = narrow ? only : allQuestions;
  const [shown, setShown] = useState<MassRes | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (next: Partial<MassEdit>) => { setEdit((e) => ({ ...e, ...next })); setShown(null); setError(null); };
  const run = async (what: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    await what().catch((problem) => { setShown(null); setError(asCoreError(problem)); });
    setBusy(false);
  };
  return (
    <Dialog title={`Изменить ${appeals(ids.length)}`} onClose={onClose} wide>
      <p class="rro-quiet">Заполните только то, что должно стать одинаковым во всех выбранных обращениях и в их
        вопросах. Пустое поле не меняет ничего.</p>
      {filter && (
        <CheckField id="mass-only"
          label={`Менять только вопросы, подходящие под фильтр реестра: ${filter}`} checked={narrow}
          onChange={(on) => { setNarrow(on); setShown(null); }} />
      )}
      <EditFields edit={edit} error={error} onChange={change} />
      <Problem error={error && !ofFields.includes(error.code) ? error : null} />
      {shown && <Preview result={shown} />}
      <div class="rro-dialog-actions">
        {shown && shown.changed > 0 ? (
          <button key="apply" type="button" class="btn btn-sm btn-primary" disabled={busy}
            onClick={() => void run(async () => { await apply(ids, edit, meant, shown); onDone(); })}>
            Применить к {plural(shown.changed, "обращению", "обращениям", "обращениям")}
          </button>
        ) : (
          <button key="show" type="button" class="btn btn-sm btn-primary" disabled={busy}
            onClick={() => void run(async () => setShown(await preview(ids, edit, meant)))}>
            Показать, что изменится
          </button>
        )}
        <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onClose}>Закрыть без изменений</button>
      </div>
    </Dialog>
  );
}
