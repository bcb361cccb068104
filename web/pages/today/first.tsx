// The first start: three steps, and the way back for those whose data seem gone.
import type { TodayRes } from "../../core/api.gen";

export function FirstSteps({ today }: { today: TodayRes }) {
  const filled = today.findings.length === 0;
  return (
    <section class="rro-first" aria-labelledby="first">
      <h2 id="first">С чего начать</h2>
      <ol class="rro-steps">
        <li class={filled ? "rro-done" : ""}>
          <b><a href="#/settings">Заполните профиль</a></b>{filled && <span class="rro-done-mark"> — готово</span>}
          <span>Наименование и идентификатор органа, кто отвечает за отчёт. Один раз.</span>
        </li>
        <li>
          <b><a href="#/appeals/new">Внесите обращения</a></b>
          <span>Каждое сохраняется сразу, ошибки видны у поля.</span>
        </li>
        <li>
          <b><a href="#/archive">Сформируйте архив</a></b>
          <span>До 3-го или 5-го числа следующего месяца. Обращений не было — там же нулевой отчёт.</span>
        </li>
      </ol>
      {!today.profile && (
        <p class="rro-lost">Данных здесь нет: файл переносили? <a href="#/exchange">Восстановите из резервной копии</a>. Если раньше они здесь были, проверьте, что файл открыт в том же
          браузере, тем же пользователем и не в приватном окне, а данные браузера не очищали.</p>
      )}
    </section>
  );
}
