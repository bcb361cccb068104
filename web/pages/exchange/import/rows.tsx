// The rows of the preview. The findings of a row are below it, over the whole width, with the names of the columns; the
// cells themselves are marked.
import { tableStates, type CellFinding, type PreviewRow, type TableInfo } from "../../../core/api.gen";
import { fieldName } from "../../../text/format";
import { levelNames } from "../../../ui/findings";

const labels = new Map(tableStates.map((s) => [s.state, s.label]));

export function Rows({ info, rows }: { info: TableInfo; rows: PreviewRow[] }) {
  if (!rows.length) return <p class="rro-quiet">Таких строк нет.</p>;
  const shown = info.columns.map((_, i) => i).filter((i) => info.mapping.columns[i]);
  return (
    <div class="rro-scroll rro-tall" tabIndex={0} role="region" aria-label="Строки">
      <table class="table table-sm rro-table rro-import-rows" aria-label="Строки таблицы">
        <thead><tr><th scope="col">Строка</th><th scope="col">Что будет</th>
          {shown.map((i) => <th scope="col" key={i}>{title(info, i)}</th>)}</tr></thead>
        {rows.map((row) => <Row key={row.row} info={info} row={row} shown={shown} />)}
      </table>
    </div>
  );
}

const title = (info: TableInfo, column: number) => info.columns[column]!.title || "без заголовка";

function Row({ info, row, shown }: { info: TableInfo; row: PreviewRow; shown: number[] }) {
  const said = row.findings.length + row.changes.length > 0;
  const id = "table-said-" + row.row;
  const level = (i: number) => row.findings.find((f) => f.column === i)?.level;
  return (
    <tbody class={said ? "rro-import-has" : ""}>
      <tr>
        <th scope="row">{row.row}</th>
        <td class={"rro-nowrap rro-import-" + row.state}>
          {row.newer ? "Обновится" : row.state === "good" ? "Новое" : labels.get(row.state)}</td>
        {shown.map((i) => <td key={i} class={level(i) ? "rro-import-at rro-word-" + level(i) : ""}
          aria-describedby={level(i) ? id : undefined}>{row.cells[i]}</td>)}
      </tr>
      {said && (
        <tr>
          <td />
          <td id={id} colSpan={shown.length + 1} class="rro-import-said">
            <div class="rro-import-width">
              {row.changes.map((c) => <div key={c.field}>{fieldName(c.field)}: <span
                class="rro-quiet">{c.from || "пусто"}</span> → <b>{c.to || "пусто"}</b></div>)}
              {row.findings.map((f, i) => <Said key={i} finding={f}
                at={shown.includes(f.column) ? title(info, f.column) : ""} />)}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Said({ finding: f, at }: { finding: CellFinding; at: string }) {
  return <div class={"rro-word-" + f.level}><b>{levelNames[f.level]}{at && `, «${at}»`}:</b> {f.text} {f.hint}</div>;
}
