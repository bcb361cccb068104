// Opens an archive of any program; below it the archives that stand open.
import { useCall } from "../../state/load";
import { replaceHash, route } from "../../state/route";
import { wrote } from "../../state/saving";
import { say } from "../../state/toast";
import { useWork } from "../../state/work";
import { fileSize, plural } from "../../text/format";
import { errorFindings } from "../../ui/error";
import { FileField } from "../../ui/file";
import { WorkBar } from "../../ui/work";
import { OpenedContents } from "./opencontents";

export const archiveHash = (id: string) => "#/exchange?archive=" + id;

export function OpenArchive() {
  const work = useWork();
  const list = useCall("openedArchives", {}).data?.archives ?? [];
  const shown = list.find((a) => a.id === route.value.query.get("archive")) ?? list.at(-1);
  const id = "open-file";
  const open = async (files: File[]) => {
    if (work.text) return;
    const file = files[0]!;
    const answer = await work.run("Открываем архив", "openArchive", { name: file.name }, { files: [file] });
    if (!answer) return;
    wrote();
    if (answer.result.again) say({ text: "Этот архив уже открыт: показан он, со всеми изменениями." });
    replaceHash(archiveHash(answer.result.id));
  };
  return (
    <section class="rro-tile rro-opened" aria-labelledby="open-archive">
      <h2 id="open-archive">Архивы РРО</h2>
      <p>Откройте архив ЛАРМ, СЭД или этой программы: его записи проверяются и правятся как карточки, реестр при этом не меняется.
        Что вы не тронули, сохраняется байт в байт.</p>
      <FileField id={id} label="Открыть архив РРО" accept=".zip" findings={errorFindings(work.error, id)} onFiles={open} />
      <WorkBar work={work} />
      {list.length > 1 && (
        <nav class="rro-facets" aria-label="Открытые архивы">
          {list.map((a) => (
            <a key={a.id} href={archiveHash(a.id)} aria-current={a === shown ? "true" : undefined}>
              {a.file} <span class="rro-quiet">({fileSize(a.size)}, {plural(a.entries, "файл", "файла", "файлов")})</span></a>
          ))}
        </nav>
      )}
      {shown && <OpenedContents key={shown.id} archive={shown} />}
    </section>
  );
}
