// The first step: the files.
import type { MergePlan } from "../../../core/api.gen";
import { useTask } from "../../../state/task";
import { errorFindings } from "../../../ui/error";
import { FileField } from "../../../ui/file";
import { Working } from "../../../ui/working";

export function ChooseFiles({ onPlan }: { onPlan: (plan: MergePlan) => void }) {
  const task = useTask("mergeOpen");
  const read = async (files: File[]) => {
    if (task.cancel) return;
    const answer = await task.run({ names: files.map((f) => f.name) }, files);
    if (answer) onPlan(answer.result);
  };
  const id = "merge-files";
  return (
    <section class="rro-tile rro-merge-choose" aria-label="Файлы">
      <p>Выберите сразу все файлы: резервные копии и файлы передачи этой программы, архивы РРО любой программы. До кнопки «Слить» в реестре
        ничего не меняется, а слияние можно отменить целиком.</p>
      <FileField id={id} label="Файлы коллег" accept=".zip" multiple findings={errorFindings(task.error, id)} onFiles={read} button="Выбрать файлы…" prompt="или перетащите их сюда" />
      <Working task={task} text="Читаем файлы" />
      <p class="form-text">Из копии берутся обращения того органа, чей профиль сейчас активен. Журнал архивов, справочники и настройки из копии не переносятся.</p>
    </section>
  );
}
