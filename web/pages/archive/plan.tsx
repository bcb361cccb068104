// The appeals that go into an archive («Войдут»), and the counts of other months.
import type { PlanRes, PlanRow } from "../../core/api.gen";
import { plural, russianMonth, statusLabel } from "../../text/format";
import { Codes, Exported, Remarks } from "../register/cells";
import { archiveHash } from "./address";

export const maxRows = 200; // rows shown: thousands would make the page slow

export const rowLink = (row: PlanRow) => <a href={"#/appeals/" + row.id}>{row.number || "без номера"}</a>;

/** noneLeftOut: no appeal of the month stays out; sent: some were in an archive before. */
export function Included({ rows, noneLeftOut, sent }: {
  rows: readonly PlanRow[]; noneLeftOut: boolean; sent: boolean;
}) {
  return (
    <section aria-labelledby="goes-in">
      <h2 id="goes-in">Войдут: {rows.length}</h2>
      {rows.length === 0 ? (
        <p class="rro-quiet">Нет обращений, готовых к выгрузке.{noneLeftOut
          && " Если за месяц их действительно не было, отметьте это выше: нужен нулевой отчёт."}</p>
      ) : (
        <div class="rro-scroll rro-tall">
          <table class="table table-sm rro-table" aria-labelledby="goes-in">
            <thead><tr>
              <th scope="col">№</th><th scope="col">ФИО</th><th scope="col">Коды</th><th scope="col">Статусы</th>
              {sent && <th scope="col">Архив</th>}<th scope="col">Замечания</th>
            </tr></thead>
            <tbody>
              {rows.slice(0, maxRows).map((row) => (
                <tr key={row.id}>
                  <th scope="row" class="rro-nowrap">{rowLink(row)}</th><td>{row.name}</td>
                  <td class="rro-nowrap"><Codes codes={row.codes} most={1} /></td>
                  <td>{row.statuses.map(statusLabel).join("; ")}</td>
                    {sent && <td><Exported row={row} /></td>}<td class="rro-nowrap"><Remarks row={row} /></td>
                </tr>
              ))}
            </tbody>
          </table>
          <RowsNotShown rows={rows} />
        </div>
      )}
    </section>
  );
}

export function RowsNotShown({ rows }: { rows: readonly PlanRow[] }) {
  if (rows.length <= maxRows) return null;
  return <p class="rro-quiet">Показаны первые {maxRows}. И ещё {rows.length - maxRows}: смотрите в
    разделе <a href="#/appeals">«Обращения»</a>.</p>;
}

/** How many appeals the mode does not choose; for a month, with links to the other months. */
export function NotChosen({ plan }: { plan: PlanRes }) {
  if (!plan.outside) return null;
  if (!plan.other.length) {
    return <p class="rro-others">{plan.mode === "changed"
      ? <>Не изменилось с прошлой выгрузки: {plural(plan.outside, "обращение", "обращения", "обращений")}.</>
      : <>За пределами периода: {plural(plan.outside, "обращение", "обращения", "обращений")}.</>}</p>;
  }
  return (
    <p class="rro-others">
      Обращения других месяцев сюда не входят:{" "}
      {plan.other.map(({ month, count }, i) => (
        <span key={russianMonth(month)}>
          {i > 0 && ", "}<a href={archiveHash(month)}>{russianMonth(month)}</a> — {count}
        </span>
      ))}.
    </p>
  );
}
