// The first step: the files.
import { useEffect } from "preact/hooks";
import type { MergePlan } from "../../../core/api.gen";
import { useWork } from "../../../state/work";
import { errorFindings } from "../../../ui/error";
import { FileField } from "../../../ui/file";
import { WorkBar } from "../../../ui/work";
import { given } from "./given";

export function ChooseFiles({ onPlan }: { onPlan: (plan: MergePlan) => void }) {
  const work = useWork();
  const read = async (files: File[]) => {
    if (work.text) return;
    const answer = await work.run("Читаем файлы", "mergeOpen", { names: files.map((f) => f.name) }, { files });
    if (answer) onPlan(answer.result);
  };
  useEffect(() => {
    const file = given.value;
    given.value = null;
    if (file) void read([file]);
  }, []);
  const id = "merge-files";
  return (
    <section class="rro-tile rro-merge-choose" aria-label="Файлы">
      <p>Выберите сразу все файлы: резервные копии и файлы передачи этой программы, архивы РРО любой программы. До кнопки «Слить» в реестре
        ничего не меняется, а слияние можно отменить целиком.</p>
      <FileField id={id} label="Файлы коллег" accept=".zip" multiple findings={errorFindings(work.error, id)} onFiles={read} button="Выбрать файлы…" prompt="или перетащите их сюда" />
      <WorkBar work={work} />
      <p class="form-text">Из копии берутся обращения того органа, чей профиль сейчас активен. Журнал архивов, справочники и настройки из копии не переносятся.</p>
    </section>
  );
}
