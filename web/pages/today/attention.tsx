// What else needs attention: profile, appeals without a month, months without an archive, backup.
import type { TodayRes } from "../../core/api.gen";
import { oldBackup } from "../../state/saving";
import { ageInWords, daysSince } from "../../text/dates";
import { plural, russianMonth } from "../../text/format";

const mostMonths = 3; // months that are listed

export function Attention({ today }: { today: TodayRes }) {
  return (
    <section class="rro-tile" aria-labelledby="attention">
      <h2 id="attention">Обратите внимание</h2>
      <ul class="rro-marks">
        {today.findings.length > 0 && (
          <li class="rro-mark-bad"><b>Профиль органа заполнен не полностью</b>, поэтому архив сформировать
            нельзя: <a href="#/settings">открыть настройки</a>.</li>
        )}
        {today.noMonth > 0 && (
          <li class="rro-mark-warn">{plural(today.noMonth, "обращение", "обращения", "обращений")} без отчётного месяца:
            нет даты документа или поступления.{" "}
            <a href="#/appeals?year=-1">Какие</a></li>
        )}
        {today.unsent.length > 0 && (
          <li class="rro-mark-warn">За прежние месяцы не выгружали:{" "}
            {today.unsent.slice(0, mostMonths).map(({ month, count }, i) => (
              <span key={russianMonth(month)}>{i > 0 && ", "}
                <a href={`#/archive?year=${month.year}&month=${month.month}`}>{russianMonth(month)}</a> — {count}</span>
            ))}
            {today.unsent.length > mostMonths
              && ` и ещё ${plural(today.unsent.length - mostMonths, "месяц", "месяца", "месяцев")}`}.{" "}
            <a href="#/appeals?new=1">Все невыгруженные</a></li>
        )}
        {today.waiting > 0 && (
          <li class="rro-mark-warn">В статусе «Не поступило»: <a
            href="#/appeals?status=NotReceived">{plural(today.waiting, "обращение", "обращения", "обращений")}</a>.
            {" "}Пока такие есть, нулевой отчёт не подают.</li>
        )}
        <Backup today={today} />
      </ul>
    </section>
  );
}

function Backup({ today }: { today: TodayRes }) {
  const changed = plural(today.unsaved, "обращение", "обращения", "обращений");
  if (!today.backup) {
    if (today.all + today.archives === 0 && !today.profile) return <li>Резервной копии нет: сохранять пока нечего.</li>;
    return <li class="rro-mark-warn"><b>Резервной копии ещё не было.</b> Данные лежат только в этом
      браузере: <a href="#/exchange">создать копию</a>.</li>;
  }
  const old = today.unsaved > 0 && daysSince(today.backup, today.today) > oldBackup;
  return (
    <li class={old ? "rro-mark-warn" : "rro-mark-ok"}>
      Резервная копия: {ageInWords(today.backup, today.today)}.{" "}
      {today.unsaved > 0 ? <>С тех пор изменено: {changed}. <a href="#/exchange">Создать новую</a></>
        : "С тех пор ничего не изменилось."}
    </li>
  );
}
