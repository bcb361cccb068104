// The first steps, ticked off until the first archive was marked, and help for a clerk whose data seem lost.
import type { TodayRes } from "../../core/api.gen";
import { boundToPath } from "../../core/temporary";

const elsewhere = " В Firefox обращения привязаны к папке файла: откройте его там, где работали раньше, и они " +
  "найдутся.";

export function FirstSteps({ today: { findings, all, archives, profile } }: { today: TodayRes }) {
  return (
    <section class="rro-first" aria-labelledby="first">
      <h2 id="first">С чего начать</h2>
      <ol class="rro-steps">
        <Step done={findings.length === 0} href="#/settings" text="Заполните профиль"
          hint="Наименование и идентификатор органа, кто отвечает за отчёт. Один раз." />
        <Step done={all > 0} href="#/appeals/new" text="Внесите обращения"
          hint="Каждое сохраняется сразу, ошибки видны у поля." />
        <Step done={archives > 0} href="#/archive" text="Сформируйте архив"
          after="Передайте или загрузите его и отметьте это в разделе «Архив»."
          hint={"До 5-го числа следующего месяца, без доступа к закрытой сети — до 3-го. Обращений не было — там же " +
          "нулевой отчёт."} />
      </ol>
      {!all && !profile && (
        <details class="rro-lost">
          <summary>Работали здесь раньше?</summary>
          <p>Данных здесь нет. Если файл программы переносили или открыли в другом
            браузере, <a href="#/exchange?to=restore">восстановите данные из резервной копии</a>. Если раньше
            они здесь были, проверьте, что файл открыт в том же браузере, тем же пользователем и не в приватном окне, а
            данные браузера не очищали.{boundToPath && elsewhere}</p>
        </details>
      )}
    </section>
  );
}

interface StepProps {
  done: boolean;
  href: string;
  text: string;
  hint: string;
  after?: string; // shown when it is done
}

function Step({ done, href, text, hint, after }: StepProps) {
  return (
    <li class={done ? "rro-done" : ""}>
      <b><a href={href}>{text}</a></b>{done && <span class="rro-done-mark"> — готово</span>}
      {(!done || after) && <span class="rro-step-hint">{done ? after : hint}</span>}
    </li>
  );
}
