// The result of a merge, its log, and the button that undoes it.
import { useState } from "preact/hooks";
import type { MergeRes } from "../../../core/api.gen";
import { undo, undoneInWords } from "../../../state/undo";
import { complain } from "../../../state/toast";
import { Notice } from "../../../ui/page";

export function Merged({ done }: { done: MergeRes }) {
  const [undone, setUndone] = useState("");
  const { action } = done;
  const back = () => void undo(action!.id)
    .then((res) => { setUndone(undoneInWords(res)); document.getElementById("title")?.focus(); }, complain);
  return (
    <div aria-live="polite">
      <Notice level="ok">
        <b>{action ? "Слияние выполнено." : "Менять было нечего: всё уже есть в реестре."}</b>{" "}
        Добавлено: {done.new}. Изменено: {done.updated}. Совпало: {done.same}. Оставлено здешнее: {done.left}. Не
        бралось: {done.outside}.{done.zeros > 0 && ` Нулевых отчётов в журнал: ${done.zeros}.`}{" "}
        <a href={"#/exchange/logs?id=" + done.logId}>Журнал слияния</a> · <a href="#/appeals">К обращениям</a>{" "}
        {action && !undone && <button type="button" class="btn btn-sm btn-outline-primary"
          onClick={back}>Отменить слияние</button>}
        {undone && <p>{undone}</p>}
      </Notice>
    </div>
  );
}
