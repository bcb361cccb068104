// «Восстановление»: reads a backup, then asks the clerk.
import { useState } from "preact/hooks";
import type { CheckBackupRes, FileKind, RestoreRes } from "../../core/api.gen";
import { client } from "../../core/client";
import { wrote } from "../../state/saving";
import { unsay } from "../../state/toast";
import { useWork } from "../../state/work";
import { dateTime, plural } from "../../text/format";
import { Notice } from "../../ui/page";
import { ReceiveField } from "../../ui/receive";
import { WorkBar } from "../../ui/work";
import { ConfirmRestore } from "./confirm";

/** A backup whose beginning is lost may still be read in part. */
const damaged: readonly FileKind[] = ["cutZip", "zip", "archive", "unknown"];

export function Restore({ aimed }: { aimed: boolean }) {
  const [file, setFile] = useState<File | null>(null);
  const [content, setContent] = useState<CheckBackupRes | null>(null);
  const [done, setDone] = useState<RestoreRes | null>(null);
  const work = useWork("Отменено. В реестре ничего не изменилось.");
  const [passphrase, setPassphrase] = useState("");
  const check = async (chosen: File, given: string) => {
    setDone(null);
    setFile(chosen);
    setPassphrase(given);
    setContent(await work.run("Читаем копию", "checkBackup", { passphrase: given }, { blobs: [chosen] }));
  };
  const restore = async (chosen: File, readable: boolean) => {
    setContent(null);
    const result = await work.run("Восстанавливаем данные", "restore", { readable, passphrase }, { blobs: [chosen] });
    if (!result) return;
    wrote();
    void client.refresh().catch(() => {}); // the last backup is now this one
    unsay(); // what it offers to undo was replaced
    setDone(result);
  };
  return (
    <section class={"rro-tile" + (aimed ? " rro-aimed" : "")} aria-labelledby="restore">
      <h2 id="restore">Восстановление</h2>
      <p>На другом компьютере, в другом браузере или после сбоя. Сначала программа покажет, что в файле; потом он
        заменит все
        данные или сольётся с реестром, как вы решите.</p>
      <ReceiveField id="restore-file" label="Восстановить из резервной копии" accept=".zip,.age" place="restore"
        takes={damaged} busy={work.text !== ""} error={work.error}
        onTake={({ files: [chosen], passphrase }) => void check(chosen!, passphrase)} />
      <WorkBar work={work} />
      <div aria-live="polite">{done && <Done {...done} />}</div>
      {file && content && (
        <ConfirmRestore file={file} content={content} passphrase={passphrase}
          onYes={(readable) => void restore(file, readable)} onNo={() => setContent(null)} />
      )}
    </section>
  );
}

function Done({ created, appeals, archives, missing }: RestoreRes) {
  return (
    <Notice level={missing.length ? "warning" : "ok"}>
      <b>Данные восстановлены</b> из копии{created && ` от ${dateTime(created)}`}:{" "}
      {plural(appeals, "обращение", "обращения", "обращений")}, {plural(archives, "архив", "архива", "архивов")} в
        журнале.{" "}
      <a href="#/appeals">К обращениям</a>
      {missing.length > 0 && <><p>Не прочиталось:</p><ul>{missing.map((text) => <li key={text}>{text}</li>)}</ul></>}
    </Notice>
  );
}
