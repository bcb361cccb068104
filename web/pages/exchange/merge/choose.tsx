// The first step: the files.
import { useState } from "preact/hooks";
import type { FileKind, MergePlan } from "../../../core/api.gen";
import { useWork } from "../../../state/work";
import { AskPassword, wantsPassword } from "../../../ui/ask";
import { ReceiveField } from "../../../ui/receive";
import { WorkBar } from "../../../ui/work";

/** Kinds that a merge reads, and kinds whose error the core explains best when it tries. */
const merged: readonly FileKind[] = ["archive", "zero", "entries", "backup", "handover", "covered", "zip", "lockedZip",
  "cutZip", "json", "exe", "unknown"];

export function ChooseFiles({ onPlan }: { onPlan: (plan: MergePlan) => void }) {
  const work = useWork();
  const [asked, setAsked] = useState<File[]>([]);
  const [known, setKnown] = useState<Record<string, string>>({}); // passphrases by file
  const read = async (files: File[], passphrases: Record<string, string> = {}) => {
    if (work.text) return;
    setAsked(files);
    setKnown(passphrases);
    const answer = await work.run("Читаем файлы", "mergeOpen", { names: files.map((f) => f.name), passphrases },
      { files });
    if (answer) onPlan(answer.result);
  };
  const give = (passphrase: string) => { // for the file that the core has named
    const file = asked.find((f) => work.error?.text.startsWith(`«${f.name}»`));
    if (file) void read(asked, { ...known, [file.name]: passphrase });
  };
  return (
    <section class="rro-tile rro-merge-choose" aria-label="Файлы">
      <p>Выберите сразу все файлы: резервные копии и файлы передачи этой программы, архивы РРО любой программы. До
        кнопки «Объединить» в реестре
        ничего не меняется, а слияние можно отменить целиком.</p>
      <ReceiveField id="merge-files" label="Файлы коллег" accept=".zip,.json,.age" multiple place="merge" takes={merged}
        busy={work.text !== ""} error={wantsPassword(work.error) ? null : work.error}
        onTake={({ files, passphrase }) => void read(files, passphrase ? { [files[0]!.name]: passphrase } : {})}
        button="Выбрать файлы…" prompt="или перетащите их сюда" />
      <WorkBar work={work} />
      <AskPassword error={work.error} name="" onGive={give} onNo={work.clear} />
      <p class="form-text">Из копии берутся обращения того органа, чей профиль сейчас активен. Журнал архивов,
        справочники и настройки из копии не переносятся.</p>
    </section>
  );
}
