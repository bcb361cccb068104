// «Последние действия»: changes of many appeals and deletions, with buttons that undo them, also after a reload.
import { useState } from "preact/hooks";
import { useCall } from "../../state/load";
import { undo, undoneInWords } from "../../state/undo";
import { dateTime } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { Answered, Notice, Problem } from "../../ui/page";
import { asCoreError, type CoreError } from "../../core/errors";

export function LastActions({ onClose }: { onClose: () => void }) {
  const last = useCall("actions", {});
  const [done, setDone] = useState("");
  const [failed, setFailed] = useState<CoreError | null>(null);
  const back = async (id: string) => {
    setFailed(null);
    setDone("");
    try {
      setDone(undoneInWords(await undo(id)));
    } catch (problem) {
      setFailed(asCoreError(problem));
    }
    document.getElementById("dialog-close")?.focus(); // the pressed button was removed
  };
  return (
    <Dialog title="Последние действия" onClose={onClose} wide>
      <p class="rro-quiet">Изменения многих обращений сразу и удаления. Отменить можно последние 20, в том числе после
        перезапуска.</p>
      <Problem error={failed} />
      <div aria-live="polite">{done && <Notice level="ok">{done}</Notice>}</div>
      <Answered of={last}>{({ actions }) => actions.length === 0
        ? <p>Массовых изменений и удалений пока не было. Правки одного обращения — в его карточке, «История
          изменений».</p> : (
        <div class="rro-scroll rro-tall">
          <table class="table table-sm rro-table" aria-label="Последние действия">
            <thead>
              <tr><th scope="col">Когда</th><th scope="col">Кто</th><th scope="col">Что сделано</th>
                <th scope="col">Обращений</th>
                <th scope="col"><span class="visually-hidden">Действия</span></th></tr>
            </thead>
            <tbody>
              {actions.map((a) => (
                <tr key={a.id}>
                  <td class="rro-nowrap">{dateTime(a.at)}</td><td>{a.who || "профиль не заполнен"}</td>
                  <th scope="row">{a.label}</th><td>{a.count}</td>
                  <td class="rro-cell-action">
                    <button type="button" class="btn btn-sm btn-outline-primary"
                      title={`Отменить: ${a.label}, ${dateTime(a.at)}`}
                      onClick={() => void back(a.id)}>Отменить</button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}</Answered>
      <div class="rro-dialog-actions"><button type="button" id="dialog-close" autofocus
        class="btn btn-sm btn-outline-secondary" onClick={onClose}>Закрыть</button></div>
    </Dialog>
  );
}
