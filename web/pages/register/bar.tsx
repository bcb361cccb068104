// The bar of mass changes: shown while something is chosen, at the lower edge of the window, so that no row moves away
// from under the mouse.
import { useState } from "preact/hooks";
import { client } from "../../core/client";
import { complain } from "../../state/toast";
import type { Choice } from "./chosen";
import { MassDialog } from "./dialog";
import { remove, setDraft } from "./mass";
import { request, type View } from "./view";

export function MassBar({ choice, view, total }: { choice: Choice; view: View; total: number }) {
  const [editing, setEditing] = useState(false);
  const ids = [...choice.ids];
  const then = async (done: Promise<boolean>) => {
    if (!(await done)) return;
    choice.clear();
    document.getElementById("title")?.focus(); // the pressed button was removed
  };
  const all = () => void client.call("registerIds", request(view))
    .then((found) => choice.put(found.ids, true), complain);
  if (!ids.length) return null;
  return (
    <div class="rro-mass" role="region" aria-label="Выбранные обращения">
      <b aria-live="polite">Выбрано: {ids.length}</b>
      {ids.length < total && <button type="button" class="btn btn-sm btn-link"
        onClick={all}>Выбрать все по фильтру ({total})</button>}
      <button type="button" class="btn btn-sm btn-primary" onClick={() => setEditing(true)}>Изменить…</button>
      <button type="button" class="btn btn-sm btn-outline-primary"
        onClick={() => void then(setDraft(ids, true))}>Отложить как черновик</button>
      <button type="button" class="btn btn-sm btn-outline-primary"
        onClick={() => void then(setDraft(ids, false))}>Снять с черновиков</button>
      <button type="button" class="btn btn-sm btn-outline-danger"
        onClick={() => void then(remove(ids))}>Удалить</button>
      <button type="button" class="btn btn-sm btn-outline-secondary"
        onClick={() => { choice.clear(); document.getElementById("title")?.focus(); }}>Сбросить выбор</button>
      {editing && <MassDialog ids={ids} only={{ status: view.status, code: view.code.trim() }}
        onClose={() => setEditing(false)} onDone={() => { setEditing(false); choice.clear(); }} />}
    </div>
  );
}
