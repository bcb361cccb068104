// «Изменить…»: what to put into every chosen appeal, shown before it is done.
import { useState } from "preact/hooks";
import type { MassEdit, MassRes } from "../../core/api.gen";
import type { CoreError } from "../../core/errors";
import { plural } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { Problem } from "../../ui/page";
import { EditFields } from "./edit";
import { appeals, apply, noEdit, preview } from "./mass";
import { Preview } from "./preview";

const ofFields = ["code", "responseDate"]; // errors that stand beside their field

interface Props {
  ids: string[];
  onClose: () => void;
  onDone: () => void;
}

export function MassDialog({ ids, onClose, onDone }: Props) {
  const [edit, setEdit] = useState<MassEdit>(noEdit);
  const [shown, setShown] = useState<MassRes | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (next: Partial<MassEdit>) => { setEdit((e) => ({ ...e, ...next })); setShown(null); setError(null); };
  const run = async (what: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    await what().catch((problem) => { setShown(null); setError(problem as CoreError); });
    setBusy(false);
  };
  return (
    <Dialog title={`Изменить ${appeals(ids.length)}`} onClose={onClose} wide>
      <p class="rro-quiet">Заполните только то, что должно стать одинаковым во всех выбранных обращениях и во всех их вопросах. Пустое поле не меняет ничего.</p>
      <EditFields edit={edit} error={error} onChange={change} />
      <Problem error={error && !ofFields.includes(error.code) ? error : null} />
      {shown && <Preview result={shown} />}
      <div class="rro-dialog-actions">
        {shown && shown.changed > 0 ? (
          <button key="apply" type="button" class="btn btn-sm btn-primary" disabled={busy} onClick={() => void run(async () => { await apply(ids, edit); onDone(); })}>
            Применить к {plural(shown.changed, "обращению", "обращениям", "обращениям")}
          </button>
        ) : (
          <button key="show" type="button" class="btn btn-sm btn-primary" disabled={busy} onClick={() => void run(async () => setShown(await preview(ids, edit)))}>
            Показать, что изменится
          </button>
        )}
        <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onClose}>Закрыть без изменений</button>
      </div>
    </Dialog>
  );
}
