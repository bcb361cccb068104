// «Резервная копия»: when the last one was made, and the button that makes one.
import { useState } from "preact/hooks";
import { client } from "../../core/client";
import { BlobSink } from "../../core/sink";
import { useCall } from "../../state/load";
import { changes, copied, wrote } from "../../state/saving";
import { useWork } from "../../state/work";
import { ageInWords } from "../../text/dates";
import { dateTime, fileSize, plural } from "../../text/format";
import { CoverFields, useCover } from "../../ui/cover";
import { download } from "../../ui/download";
import { Answered, Problem } from "../../ui/page";
import { WorkBar } from "../../ui/work";

export function Backup({ aimed }: { aimed: boolean }) {
  const today = useCall("today", {});
  return (
    <section class={"rro-tile" + (aimed ? " rro-aimed" : "")} aria-labelledby="backup">
      <h2 id="backup">Резервная копия</h2>
      <p>Один файл со всем, что здесь есть. Храните его не на этом компьютере: на флешке или в сетевой папке.</p>
      <Answered of={today}>{({ backup, today, unsaved }) => (
        <p>{backup ? <>Последняя копия: <b>{dateTime(backup)}</b>, {ageInWords(backup, today)}. </>
          : <b>Резервной копии ещё не было. </b>}
          {backup && (unsaved > 0 ?
            `С тех пор изменено: ${plural(unsaved, "обращение", "обращения", "обращений")}.`
            : "С тех пор ничего не изменилось.")}</p>
      )}</Answered>
      <BackupButton id="backup-main" primary />
      <p class="form-text">В файле персональные данные граждан: передавайте его только тем, кому они положены по
        службе.</p>
    </section>
  );
}

/** id: prefix of the fields' ids, since a screen may have two of these. */
export function BackupButton({ id = "backup-here", primary }: { id?: string; primary?: boolean }) {
  const cover = useCover(id, "Зашифровать копию паролем");
  const work = useWork("Отменено, копия не создана.");
  const [made, setMade] = useState("");
  const make = async () => {
    const sink = new BlobSink();
    const passphrase = cover.take();
    if (passphrase === null) return;
    setMade("");
    const result = await work.run("Создаём копию", "backup", { passphrase }, { onBlock: sink.take });
    if (!result) return;
    download(sink.blob("application/zip"), result.name);
    wrote();
    void client.refresh().catch(() => {}); // the header shows its age
    copied.value = changes.peek();
    setMade(`Копия «${result.name}» (${fileSize(result.size)}) записана в папку «Загрузки». ` +
      `Перенесите её в надёжное место.`);
  };
  return (
    <>
      <CoverFields {...cover} />
      <button type="button" class={"btn btn-sm " + (primary ? "btn-primary" : "btn-outline-primary")}
        disabled={work.text !== ""} onClick={() => void make()}>
        Создать резервную копию
      </button>
      <WorkBar work={work} />
      <Problem error={work.error} />
      <p class="rro-made" aria-live="polite">{made}</p>
    </>
  );
}
