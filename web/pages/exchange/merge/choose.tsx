// The first step: the files.
import { useEffect, useState } from "preact/hooks";
import type { MergePlan } from "../../../core/api.gen";
import { useWork } from "../../../state/work";
import { AskPassword, wantsPassword } from "../../../ui/ask";
import { errorFindings } from "../../../ui/error";
import { FileField } from "../../../ui/file";
import { WorkBar } from "../../../ui/work";
import { given } from "./given";

export function ChooseFiles({ onPlan }: { onPlan: (plan: MergePlan) => void }) {
  const work = useWork();
  const [asked, setAsked] = useState<File[]>([]);
  const [known, setKnown] = useState<Record<string, string>>({}); // passphrases by file
  const read = async (files: File[], passphrases: Record<string, string> = {}) => {
    if (work.text) return;
    setAsked(files);
    setKnown(passphrases);
    const answer = await work.run("Читаем файлы", "mergeOpen", { names: files.map((f) => f.name), passphrases }, { files });
    if (answer) onPlan(answer.result);
  };
  useEffect(() => {
    const file = given.value;
    given.value = null;
    if (file) void read([file]);
  }, []);
  const id = "merge-files";
  const give = (passphrase: string) => { // for the file that the core has named
    const file = asked.find((f) => work.error?.text.startsWith(`«${f.name}»`));
    if (file) void read(asked, { ...known, [file.name]: passphrase });
  };
  return (
    <section class="rro-tile rro-merge-choose" aria-label="Файлы">
      <p>Выберите сразу все файлы: резервные копии и файлы передачи этой программы, архивы РРО любой программы. До кнопки «Слить» в реестре
        ничего не меняется, а слияние можно отменить целиком.</p>
      <FileField id={id} label="Файлы коллег" accept=".zip,.age" multiple findings={wantsPassword(work.error) ? [] : errorFindings(work.error, id)} onFiles={(files) => read(files)} button="Выбрать файлы…" prompt="или перетащите их сюда" />
      <WorkBar work={work} />
      <AskPassword error={work.error} name="" onGive={give} onNo={work.clear} />
      <p class="form-text">Из копии берутся обращения того органа, чей профиль сейчас активен. Журнал архивов, справочники и настройки из копии не переносятся.</p>
    </section>
  );
}
