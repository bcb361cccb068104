// «Обмен»: backup and restore.
import { useState } from "preact/hooks";
import type { RestoreRes } from "../core/api.gen";
import { client } from "../core/client";
import { CoreError } from "../core/errors";
import { useCall } from "../state/load";
import { wrote } from "../state/saving";
import { unsay } from "../state/toast";
import { dateTime, plural } from "../text/format";
import { errorFindings } from "../ui/error";
import { FileField } from "../ui/file";
import { Notice, Title } from "../ui/page";
import { BackupButton } from "./exchange/backup";
import { ConfirmRestore } from "./exchange/confirm";

export function ExchangePage() {
  return (
    <>
      <Title text="Обмен" />
      <div class="rro-halves">
        <Backup />
        <Restore />
      </div>
    </>
  );
}

function Backup() {
  const { data } = useCall("today", {});
  const changed = data?.unsaved ?? 0;
  return (
    <section class="rro-tile" aria-labelledby="backup">
      <h2 id="backup">Резервная копия</h2>
      <p>Один файл со всем, что здесь есть: обращения и файлы ответов, профили, органы, журнал архивов, настройки.
        Храните его не на этом компьютере: на флешке или в сетевой папке.</p>
      {data && (
        <p>{data.backup ? <>Последняя копия: <b>{dateTime(data.backup)}</b>. </> : <b>Копий ещё не было. </b>}
          {changed > 0 ? `С тех пор изменено: ${plural(changed, "обращение", "обращения", "обращений")}.` : data.backup && "С тех пор ничего не изменилось."}</p>
      )}
      <BackupButton primary />
      <p class="form-text">В файле персональные данные граждан: передавайте его только тем, кому они положены по службе.</p>
    </section>
  );
}

function Restore() {
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<RestoreRes | null>(null);
  const restore = async (chosen: File) => {
    setFile(null);
    setBusy(true);
    try {
      const { result } = await client.call("restore", {}, { files: [chosen] });
      wrote();
      unsay(); // what could be undone is not there any more
      setDone(result);
    } catch (problem) {
      setError(problem as CoreError);
    }
    setBusy(false);
  };
  const id = "restore-file";
  return (
    <section class="rro-tile" aria-labelledby="restore">
      <h2 id="restore">Восстановление</h2>
      <p>Файл копии заменит всё, что сейчас в программе. Так данные переносят на другой компьютер, в другой браузер или возвращают после сбоя.</p>
      <FileField id={id} label="Восстановить из резервной копии" accept=".zip" findings={errorFindings(error, id)}
        onFiles={([chosen]) => { if (busy) return; setError(null); setDone(null); setFile(chosen!); }} />
      <div aria-live="polite">
        {busy && <Notice level="info">Восстанавливаем…</Notice>}
        {done && (
          <Notice level="ok">
            <b>Данные восстановлены</b> из копии{done.created && ` от ${dateTime(done.created)}`}:{" "}
            {plural(done.appeals, "обращение", "обращения", "обращений")}, {plural(done.archives, "архив", "архива", "архивов")} в журнале.{" "}
            <a href="#/appeals">К обращениям</a>
          </Notice>
        )}
      </div>
      {file && <ConfirmRestore file={file} onYes={() => void restore(file)} onNo={() => setFile(null)} />}
    </section>
  );
}
