// What a mass change would do, field by field.
import type { MassRes, MassRow } from "../../core/api.gen";
import { fieldName, plural } from "../../text/format";
import { Notice } from "../../ui/page";
import { appeals } from "./mass";

export function Preview({ result: { rows, changed, same, errors, questions, edited, several } }: { result: MassRes }) {
  if (!changed) return <Notice level="info">Менять нечего: в выбранных обращениях всё уже так.</Notice>;
  return (
    <>
      <div aria-live="polite">
        <Notice level={errors ? "warning" : "ok"}>
          {`${plural(changed, "Изменится", "Изменятся", "Изменятся").replace(/^\d+ /, "")} ${appeals(changed)}`}
          {edited > 0 && ` (вопросов: ${edited}${edited < questions ? ` из ${questions}` : ""})`}
          {same > 0 && `, останется как есть ${same}`}.{" "}
          {several > 0 && `Вопросов с несколькими получателями: ${several}, их получатели не меняются. `}
          {errors ? `После этого с ошибками: ${errors}. Они не войдут в архив, пока ошибки не исправлены.`
            : "Ошибок после этого не будет."}
        </Notice>
      </div>
      <div class="rro-scroll rro-tall" tabIndex={0} role="group" aria-label="Что изменится">
        <table class="table table-sm rro-table" aria-label="Что изменится">
          <thead>
            <tr><th scope="col">№</th><th scope="col">ФИО</th><th scope="col">Поле</th><th scope="col">Было</th>
              <th scope="col">Станет</th><th scope="col">Ошибки после</th></tr>
          </thead>
          {rows.map((row) => <Changes key={row.id} row={row} />)}
        </table>
      </div>
      {changed > rows.length && <p class="rro-quiet">Показаны первые {rows.length} из {changed}.</p>}
    </>
  );
}

function Changes({ row }: { row: MassRow }) {
  const span = row.changes.length;
  return (
    <tbody>
      {row.changes.map((c, i) => (
        <tr key={c.field}>
          {i === 0 && <><th scope="row" rowSpan={span} class="rro-nowrap">{row.number || "без номера"}</th>
            <td rowSpan={span}>{row.name}</td></>}
          <td>{fieldName(c.field)}</td>
          <td class="rro-quiet">{c.from || "пусто"}</td>
          <td>{c.to || "пусто"}</td>
          {i === 0 && <td rowSpan={span}>
            {row.errors.length ? <span class="rro-word-error">{row.errors.join(" ")}</span> : "нет"}</td>}
        </tr>
      ))}
    </tbody>
  );
}
