// The table of the register: sortable, a row opens its card.
import type { RegisterRow, SortKey } from "../../core/api.gen";
import { go } from "../../state/route";
import { plural, russianDate, russianMonth, statusLabel } from "../../text/format";
import { remove } from "./remove";
import { nextSort, type View } from "./view";

const columns: readonly { label: string; key?: SortKey }[] = [
  { label: "№", key: "number" }, { label: "Месяц", key: "month" }, { label: "Дата документа" }, { label: "Поступило", key: "incomingDate" },
  { label: "Зарегистрировано", key: "registrationDate" }, { label: "ФИО", key: "name" }, { label: "Коды" }, { label: "Статусы" },
  { label: "Замечания", key: "findings" },
];

interface TableProps {
  rows: readonly RegisterRow[];
  view: View;
  onChange: (view: Partial<View>) => void;
}

export function AppealTable({ rows, view, onChange }: TableProps) {
  return (
    <div class="rro-scroll">
      <table class="table table-sm table-hover rro-table rro-register" aria-label="Обращения">
        <thead>
          <tr>
            {columns.map((c) => c.key
              ? <SortHeader key={c.label} label={c.label} column={c.key} view={view} onChange={onChange} />
              : <th key={c.label} scope="col">{c.label}</th>)}
            <th scope="col"><span class="visually-hidden">Действия</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
      </table>
    </div>
  );
}

function SortHeader({ label, column, view, onChange }: { label: string; column: SortKey; view: View; onChange: TableProps["onChange"] }) {
  const here = view.sort === column;
  return (
    <th scope="col" aria-sort={here ? (view.desc ? "descending" : "ascending") : "none"}>
      <button type="button" class="rro-sort" onClick={() => onChange(nextSort(view, column))}>
        {label}<span aria-hidden="true">{here ? (view.desc ? " ▼" : " ▲") : ""}</span>
      </button>
    </th>
  );
}

function Row({ row }: { row: RegisterRow }) {
  const target = "#/appeals/" + row.id;
  const open = (e: MouseEvent) => {
    if ((e.target as Element).closest("a, button") || getSelection()?.toString()) return;
    go(target);
  };
  return (
    <tr onClick={open}>
      <th scope="row"><a href={target}>{row.number || "без номера"}</a></th>
      <td class="rro-nowrap">{row.month.month ? russianMonth(row.month) : <span class="rro-quiet">не определён</span>}</td>
      <td>{russianDate(row.createDate)}</td>
      <td>{russianDate(row.incomingDate)}</td>
      <td>{russianDate(row.registrationDate)}</td>
      <td>{row.name}</td>
      <td><Codes codes={row.codes} /></td>
      <td>{row.statuses.map((s) => <div key={s}>{statusLabel(s)}</div>)}</td>
      <td class="rro-nowrap"><Remarks row={row} /></td>
      <td class="rro-cell-action">
        <button type="button" class="btn btn-sm btn-link rro-danger-link" title={"Удалить обращение " + (row.number || "без номера")}
          onClick={() => void remove(row)}>Удалить</button>
      </td>
    </tr>
  );
}

/** The first codes; the rest are counted, and told on hover. */
export function Codes({ codes, most = 2 }: { codes: readonly string[]; most?: number }) {
  return (
    <>
      {codes.slice(0, most).map((code, i) => <div key={i} class="rro-code">{code}</div>)}
      {codes.length > most && <div class="rro-quiet" title={codes.slice(most).join(", ")}>и ещё {codes.length - most}</div>}
    </>
  );
}

/** In words: colour alone says nothing. */
export function Remarks({ row }: { row: Pick<RegisterRow, "errors" | "warnings"> }) {
  if (!row.errors && !row.warnings) return <span class="rro-quiet">нет</span>;
  return (
    <>
      {row.errors > 0 && <div class="rro-word-error">{plural(row.errors, "ошибка", "ошибки", "ошибок")}</div>}
      {row.warnings > 0 && <div class="rro-word-warning">{plural(row.warnings, "предупреждение", "предупреждения", "предупреждений")}</div>}
    </>
  );
}
