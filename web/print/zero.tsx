// The confirmation of a zero report on paper, for the body's own files.
import type { Archive, Zero } from "../core/api.gen";
import { dateTime, label, russianMonth } from "../text/format";
import { Facts } from "./head";

const confirmations = ["declared", "noDirect", "noAdministration", "noOtherBodies", "looked"] as const;

export function ZeroSheet({ archive, zero }: { archive: Archive; zero: Zero }) {
  const { profile, parts } = archive;
  return (
    <article class="rro-sheet">
      <h1>Нулевой отчёт за {russianMonth(zero.month)}</h1>
      <Facts rows={[
        ["Орган", profile.name], ["Идентификатор органа", profile.departmentId],
          ["Отчётный месяц", russianMonth(zero.month)],
        ["Сформирован", dateTime(archive.created)],
        ...parts.flatMap((p) => [["Архив", p.name], ["SHA-256", p.sha256]] as const),
      ]} />
      <h2>Подтверждено</h2>
      <ul>{confirmations.filter((key) => zero[key]).map((key) => <li key={key}>{label("zero." + key)}</li>)}</ul>
      <h2>Кто подтвердил</h2>
      <p>{profile.position} {profile.personName}, {dateTime(archive.created)}</p>
      <p class="rro-sign">Подпись ____________________</p>
      <p class="rro-own">Лист — только для собственного контроля. Отчётом является сам раздел «Результаты рассмотрения
        обращений»: никакая дополнительная
        отчётность ни в каком ином виде не требуется.</p>
    </article>
  );
}
