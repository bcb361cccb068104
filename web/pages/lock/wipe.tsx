// «Стереть всё»: asks the clerk to type a word first.
import { useState } from "preact/hooks";
import { sendAway, startAnew } from "../../state/lock";
import { replaceHash } from "../../state/route";
import { useWork } from "../../state/work";
import { Dialog } from "../../ui/dialog";
import { errorFindings } from "../../ui/error";
import { TextField } from "../../ui/inputs";
import { Notice } from "../../ui/page";
import { WorkBar } from "../../ui/work";
import { BackupButton } from "../exchange/backup";

export function WipeDialog({ locked, onClose }: { locked?: boolean; onClose: () => void }) {
  const [word, setWord] = useState("");
  const work = useWork(null);
  const wipe = async (e: Event) => {
    e.preventDefault();
    if (work.text || !(await work.run("Стираем", "wipe", { word }))) return;
    await sendAway(); // what is unsaved there can no longer be saved
    replaceHash("#/");
    startAnew();
  };
  return (
    <Dialog title="Стереть всё с этого компьютера?" onClose={onClose}>
      <form class="rro-pass" onSubmit={(e) => void wipe(e)}>
        <Notice level="error">
          Исчезнут обращения всех органов, файлы ответов, журнал архивов, открытые архивы, справочники и
          настройки. <b>Отменить это нельзя.</b>
        </Notice>
        {locked ? <p>Сделать копию сейчас нельзя: данные заблокированы. Восстановить можно будет только из копии,
          сделанной раньше.</p>
          : <><p>Если данные ещё нужны, сначала сделайте копию.</p><BackupButton /></>}
        <p>Скачанные файлы останутся в папке «Загрузки», а их имена — в журнале загрузок браузера: удалите их сами.</p>
        <TextField id="wipe-word" label="Введите слово СТЕРЕТЬ" value={word}
          onChange={(text) => { setWord(text); if (work.error) work.clear(); }}
          findings={errorFindings(work.error, "wipe-word")} />
        <WorkBar work={work} />
        <div class="rro-dialog-actions">
          <button type="submit" class="btn btn-sm btn-danger" disabled={work.text !== ""}>Стереть всё</button>
          <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onClose}>Отмена</button>
        </div>
      </form>
    </Dialog>
  );
}
