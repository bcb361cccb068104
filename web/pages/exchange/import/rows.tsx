// Rows of the preview. A finding stands in the cell that it is about.
import { tableStates, type CellFinding, type PreviewRow, type TableInfo } from "../../../core/api.gen";
import { levelNames } from "../../../ui/findings";

const labels = new Map(tableStates.map((s) => [s.state, s.label]));

export function Rows({ info, rows }: { info: TableInfo; rows: PreviewRow[] }) {
  if (!rows.length) return <p class="rro-quiet">Таких строк нет.</p>;
  const shown = info.columns.map((_, i) => i).filter((i) => info.mapping.columns[i]);
  return (
    <div class="rro-scroll rro-tall" tabIndex={0} role="region" aria-label="Строки">
      <table class="table table-sm rro-table rro-import-rows" aria-label="Строки таблицы">
        <thead><tr><th scope="col">Строка</th><th scope="col">Что будет</th>{shown.map((i) => <th scope="col" key={i}>{info.columns[i]!.title || "без заголовка"}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">{row.row}</th>
              <td class={"rro-import-" + row.state}>{row.newer ? "Обновится" : row.state === "good" ? "Новое" : labels.get(row.state)}
                <Said list={row.findings.filter((f) => !shown.includes(f.column))} /></td>
              {shown.map((i) => (
                <td key={i}>{row.cells[i]}<Said list={row.findings.filter((f) => f.column === i)} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({ list }: { list: CellFinding[] }) {
  return <>{list.map((f, i) => <div key={i} class={"rro-import-said rro-word-" + f.level} title={f.hint}><b>{levelNames[f.level]}:</b> {f.text} {f.hint}</div>)}</>;
}
