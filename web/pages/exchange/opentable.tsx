// The table of an archive's contents, a page at a time.
import type { OpenedArchiveRes, OpenedRow } from "../../core/api.gen";
import { Pager } from "../../ui/pager";

interface TableProps {
  data: OpenedArchiveRes;
  page: number; // from 0
  size: number; // rows a page
  chosen: ReadonlySet<string>;
  choose: (ids: ReadonlySet<string>) => void;
  onPage: (page: number) => void;
}

export function OpenedTable({ data, page, size, chosen, choose, onPage }: TableProps) {
  const here = data.rows.filter((row) => row.id).map((row) => row.id);
  const put = (ids: string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) next[on ? "add" : "delete"](id);
    choose(next);
  };
  const all = here.length > 0 && here.every((id) => chosen.has(id));
  return (
    <>
      <div class="rro-scroll" tabIndex={0} role="region" aria-label="Содержимое архива, таблица">
        <table class="table table-sm rro-table" aria-label="Содержимое архива">
          <thead>
            <tr>
              <th scope="col" class="rro-pick">
                <label><input type="checkbox" class="form-check-input" aria-label="Выбрать все на странице"
                  checked={all} disabled={!here.length}
                onChange={() => put(here, !all)} /></label></th>
              <th scope="col">Файл</th><th scope="col">№</th><th scope="col">Заявитель</th><th scope="col">Итог</th>
              <th scope="col">Пояснения</th>
            </tr>
          </thead>
          <tbody>{data.rows.map((row, i) => <Row key={page * size + i} row={row} picked={chosen.has(row.id)} put={put}
            />)}</tbody>
        </table>
      </div>
      <Pager label="Страницы содержимого" what="записи" page={page} size={size} total={data.total} onPage={onPage} />
    </>
  );
}

function Row({ row, picked, put }: { row: OpenedRow; picked: boolean; put: (ids: string[], on: boolean) => void }) {
  const name = row.number || "без номера";
  return (
    <tr class={picked ? "rro-picked" : undefined}>
      <td class="rro-pick">{row.id
        && <label><input type="checkbox" class="form-check-input" aria-label={"Выбрать " + name} checked={picked}
          onChange={() => put([row.id], !picked)} /></label>}</td>
      <th scope="row" class="rro-place">{row.place}</th>
      <td class="rro-nowrap">{row.id ? <a href={"#/appeals/" + row.id}>{name}</a> : "—"}</td>
      <td>{row.name}</td>
      <td class="rro-nowrap"><Verdict row={row} /></td>
      <td>{row.notes.map((note, i) => <div key={i}>{note}</div>)}</td>
    </tr>
  );
}

/** In words: colour alone is not accessible. */
function Verdict({ row }: { row: OpenedRow }) {
  return (
    <>
      {row.verdict === "fits" && <span class="rro-exported-same">подходит</span>}
      {row.verdict === "findings" && <span class="rro-word-warning">замечания: {row.remarks}</span>}
      {row.verdict === "unreadable" && <span class="rro-word-error">не
        читается{row.line > 0 && `: строка ${row.line}`}</span>}
      {row.verdict === "zero" && <span>нулевой отчёт</span>}
      {row.verdict === "foreign" && <span class="rro-quiet">не JSON</span>}
      {row.verdict === "removed" && <span class="rro-quiet">удалена</span>}
      {row.edited && <div class="rro-quiet">изменена</div>}
      {row.otherBody && <div class="rro-quiet">другой орган</div>}
    </>
  );
}
