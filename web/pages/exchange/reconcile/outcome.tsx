// The result of a comparison by outcome, first what needs work.
import { reconcileKinds, type ReconcileKindInfo, type ReconcileRes, type ReconcileRow } from "../../../core/api.gen";
import { russianDate } from "../../../text/format";
import { Notice } from "../../../ui/page";
import { TakeAway } from "../takeaway";

export function Outcome({ result }: { result: ReconcileRes }) {
  const of = (info: ReconcileKindInfo) => result.rows.filter((row) => row.kind === info.kind);
  const agree = result.rows.filter((row) => ["agrees", "neverSent", "skipped"].includes(row.kind)).length;
  const skipped = result.rows.filter((row) => row.kind === "skipped").length;
  const perfect = agree === result.rows.length;
  return (
    <section class="rro-check-outcome" aria-label="Итог сверки">
      <Notice level={perfect ? "ok" : "warning"}>
        <b>{perfect ? "Расхождений нет." : reconcileKinds.map((k) => ({ k, n: of(k).length }))
          .filter(({ k, n }) => n && k.kind !== "agrees" && k.kind !== "skipped")
            .map(({ k, n }) => `${k.label}: ${n}`).join(". ") + "."}</b>{" "}
        Строк с портала: {result.pasted}
        {skipped > 0 && `, пропущено заголовков и итогов: ${skipped}`}, обращений здесь: {result.here}.
      </Notice>
      <TakeAway table={result.table} name="Сверка_с_РРО" />
      {reconcileKinds.map((k) => ({ k, rows: of(k) })).filter(({ rows }) => rows.length).map(({ k, rows }) => (
        <details key={k.kind} open={k.kind !== "agrees"}>
          <summary><b>{k.label}: {rows.length}</b> <span class="rro-quiet">{k.hint}</span></summary>
          <Rows label={k.label} rows={rows} />
        </details>
      ))}
    </section>
  );
}

function Rows({ label, rows }: { label: string; rows: readonly ReconcileRow[] }) {
  return (
    <div class="rro-scroll">
      <table class="table table-sm rro-table" aria-label={label}>
        <thead><tr><th scope="col">Номер</th><th scope="col">ФИО</th><th scope="col">Дата на портале</th>
          <th scope="col">Статус здесь</th><th scope="col">Статус на портале</th>
          <th scope="col">Примечание</th></tr></thead>
        <tbody>
          {rows.map((r, n) => (
            <tr key={n}>
              <th scope="row">{r.id ? <a href={"#/appeals/" + r.id}>{r.number || "без номера"}</a> : r.number
                || r.there}{r.id && r.there && <div class="rro-quiet">там: {r.there}</div>}</th>
              <td>{r.name}</td><td class="rro-nowrap">{russianDate(r.date)}</td><td>{r.statusHere}</td>
              <td>{r.statusThere}</td><td>{r.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
