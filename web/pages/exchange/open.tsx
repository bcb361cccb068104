// Opens an archive of any program, and lists the open ones.
import type { FileKind, OpenedArchive } from "../../core/api.gen";
import type { Incoming } from "../../state/incoming";
import { useCall } from "../../state/load";
import { replaceHash, route } from "../../state/route";
import { wrote } from "../../state/saving";
import { say } from "../../state/toast";
import { useWork } from "../../state/work";
import { plural } from "../../text/format";
import { jump } from "../../ui/page";
import { ReceiveField } from "../../ui/receive";
import { WorkBar } from "../../ui/work";

/** Kinds whose error the core explains best when it tries to open them. */
const judged: readonly FileKind[] = ["zip", "lockedZip", "cutZip", "json", "exe", "unknown"];

const archiveHash = (id: string) => "#/exchange?archive=" + id;

interface Opened {
  list: readonly OpenedArchive[];
  shown: OpenedArchive | undefined; // the one in the address, or the last
}

export function useOpened(): Opened {
  const list = useCall("openedArchives", {}).data?.archives ?? [];
  return { list, shown: list.find((a) => a.id === route.value.query.get("archive")) ?? list.at(-1) };
}

export function OpenArchive({ list, shown }: Opened) {
  const work = useWork();
  const open = async ({ files: [chosen], passphrase }: Incoming) => {
    if (work.text || !chosen) return;
    const answer = await work.run("Открываем архив", "openArchive", { name: chosen.name, passphrase },
      { files: [chosen] });
    if (!answer) return;
    wrote();
    if (answer.result.again) say({ text: "Этот архив уже открыт: показан он, со всеми изменениями." });
    replaceHash(archiveHash(answer.result.id));
  };
  return (
    <section class="rro-tile" aria-labelledby="open-archive">
      <h2 id="open-archive">Архив РРО</h2>
      <p>Архив ЛАРМ, СЭД или этой программы: записи проверяются и правятся как карточки, реестр не меняется. Записи,
        которых вы не меняли, сохранятся без изменений.</p>
      <ReceiveField id="open-file" label="Открыть архив РРО" accept=".zip,.json,.age" place="archive" takes={judged}
        busy={work.text !== ""} error={work.error} onTake={(incoming) => void open(incoming)} />
      <WorkBar work={work} />
      {list.length > 0 && (
        <nav aria-label="Открытые архивы">
          <ul class="rro-links">
            {list.map((a) => (
              <li key={a.id}><a href={archiveHash(a.id)} aria-current={a === shown ? "true" : undefined}
                onClick={() => jump("opened-title")}>{a.file}</a>
                <span class="rro-quiet">открыт, {plural(a.entries, "файл", "файла", "файлов")}</span></li>
            ))}
          </ul>
        </nav>
      )}
    </section>
  );
}
