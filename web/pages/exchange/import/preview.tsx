// What the import would do: counts, and every row that has findings, with the findings at its cells.
import { useState } from "preact/hooks";
import { tableStates, type TableCheck, type TableInfo, type TableState } from "../../../core/api.gen";
import { useCall } from "../../../state/load";
import { plural } from "../../../text/format";
import { Answered, Notice } from "../../../ui/page";
import { Pager } from "../../../ui/pager";
import { Settle } from "../merge/settle";
import { asksResults } from "./results";
import { Rows } from "./rows";
import { busy, load, show } from "./state";

const appeals = (n: number) => plural(n, "обращение", "обращения", "обращений");
const most = 20; // numbers that are listed

export function Preview({ info, check }: { info: TableInfo; check: TableCheck }) {
  const [state, setState] = useState<TableState>("");
  const [page, setPage] = useState(0);
  const size = 50;
  const rows = useCall("tableRows", { id: info.id, state, from: page * size, count: size });
  const filter = (next: TableState) => { setState(next); setPage(0); };
  const all = check.good + check.wrong;
  const named = check.conflict.slice(0, most).join(", ")
    + (check.conflict.length > most ? ` и ещё ${check.conflict.length - most}` : "");
  return (
    <>
      <dl class="rro-figures">
        <Figure label="новых" n={check.new} />
        <Figure label="обновятся" n={check.newer} />
        <Figure label="уже в реестре" n={check.same} />
        <Figure label="без ошибок" n={check.good} look="rro-good" />
        <Figure label="с ошибками" n={check.wrong} look={check.wrong ? "rro-poor" : ""} />
        <Figure label="строк не читается" n={check.refused} look={check.refused ? "rro-poor" : ""} />
      </dl>
      <p>{appeals(check.appeals)} из {plural(info.rows, "строки", "строк", "строк")}.
        {check.joined > 0 && ` Из нескольких строк составлено: ${appeals(check.joined)}.`}
        {check.skipped > 0 && ` Пропущено строк, в которых нет нового обращения: ` +
          `${check.skipped}, причины — под кнопкой «Пропущены».`}
        {check.empty > 0 && ` Пустых строк: ${check.empty}.`}</p>
      {check.conflict.length > 0 && (
        <Notice level="warning"><b>Расходятся с реестром: {check.conflict.length}</b> ({named}). В реестре эти обращения
          изменены, таблица их не тронет.{" "}
          {all ? "После загрузки их можно будет сравнить по полям." : <Settle table={info.id} />}</Notice>
      )}
      <div class="rro-build">
        <button type="button" class="btn btn-primary" disabled={busy.value || all === 0}
          onClick={() => void load(false)}>Загрузить все ({all})</button>
        <button type="button" class="btn btn-outline-primary" disabled={busy.value || check.good === 0}
          onClick={() => void load(true)}>Только без ошибок ({check.good})</button>
        <button type="button" class="btn btn-sm btn-outline-secondary" disabled={busy.value}
          onClick={() => show(asksResults(info) ? "results" : "columns")}>{asksResults(info) ? "К результатам"
          : "К столбцам"}</button>
        {all === 0 && check.same > 0 && <span class="rro-quiet">Загружать нечего: всё это уже есть в реестре.</span>}
        {check.wrong > 0 && <span class="rro-quiet">С ошибками тоже можно загрузить: исправите в реестре, в архив они до
          этого не войдут.</span>}
      </div>
      <div class="rro-facets" role="group" aria-label="Какие строки показать">
        <Facet label="Все строки" on={state === ""} onClick={() => filter("")} />
        {tableStates.filter((s) => check.rows[s.state]).map((s) => (
          <Facet key={s.state} label={`${s.label}: ${check.rows[s.state]}`} on={state === s.state}
            onClick={() => filter(s.state)} />
        ))}
      </div>
      <Answered of={rows}>{(data) => (
        <>
          <Rows info={info} rows={data.rows} />
          <Pager label="Страницы просмотра" what="строки" page={page} size={size} total={data.total} onPage={setPage} />
        </>
      )}</Answered>
    </>
  );
}

function Figure({ label, n, look = "" }: { label: string; n: number; look?: string }) {
  return <div><dt>{label}</dt><dd class={look}>{n}</dd></div>;
}

function Facet({ label, on, onClick }: { label: string; on: boolean; onClick: () => void }) {
  return <button type="button" class={"btn btn-sm " + (on ? "fw-bold" : "btn-link")} aria-pressed={on}
    onClick={onClick}>{label}</button>;
}
