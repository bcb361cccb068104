// Opens an archive of any program, and names those that stand open.
import { useState } from "preact/hooks";
import type { OpenedArchive } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { replaceHash, route } from "../../state/route";
import { wrote } from "../../state/saving";
import { say } from "../../state/toast";
import { useWork } from "../../state/work";
import { plural } from "../../text/format";
import { AskPassword, wantsPassword } from "../../ui/ask";
import { errorFindings } from "../../ui/error";
import { FileField } from "../../ui/file";
import { jump } from "../../ui/page";
import { WorkBar } from "../../ui/work";

const archiveHash = (id: string) => "#/exchange?archive=" + id;

interface Opened {
  list: readonly OpenedArchive[];
  shown: OpenedArchive | undefined; // the one that the address names, else the last
}

export function useOpened(): Opened {
  const list = useCall("openedArchives", {}).data?.archives ?? [];
  return { list, shown: list.find((a) => a.id === route.value.query.get("archive")) ?? list.at(-1) };
}

export function OpenArchive({ list, shown }: Opened) {
  const work = useWork();
  const id = "open-file";
  const [file, setFile] = useState<File | null>(null);
  const open = async (chosen: File, passphrase: string) => {
    if (work.text) return;
    setFile(chosen);
    const answer = await work.run("Открываем архив", "openArchive", { name: chosen.name, passphrase }, { files: [chosen] });
    if (!answer) return;
    wrote();
    if (answer.result.again) say({ text: "Этот архив уже открыт: показан он, со всеми изменениями." });
    replaceHash(archiveHash(answer.result.id));
  };
  return (
    <section class="rro-tile" aria-labelledby="open-archive">
      <h2 id="open-archive">Архив РРО</h2>
      <p>Архив ЛАРМ, СЭД или этой программы: записи проверяются и правятся как карточки, реестр не меняется. Чего вы не тронули, останется байт в байт.</p>
      <FileField id={id} label="Открыть архив РРО" accept=".zip,.age" findings={wantsPassword(work.error) ? [] : errorFindings(work.error, id)} onFiles={([chosen]) => open(chosen!, "")} />
      <WorkBar work={work} />
      <AskPassword error={work.error} name={file?.name ?? ""} onGive={(passphrase) => void open(file!, passphrase)} onNo={work.clear} />
      {list.length > 0 && (
        <nav aria-label="Открытые архивы">
          <ul class="rro-links">
            {list.map((a) => (
              <li key={a.id}><a href={archiveHash(a.id)} aria-current={a === shown ? "true" : undefined} onClick={() => jump("opened-title")}>{a.file}</a>
                <span class="rro-quiet">открыт, {plural(a.entries, "файл", "файла", "файлов")}</span></li>
            ))}
          </ul>
        </nav>
      )}
    </section>
  );
}
