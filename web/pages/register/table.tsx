// The table of the register: a tick chooses a row, a click opens its card.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { RegisterRow, SortKey } from "../../core/api.gen";
import { last } from "../../state/place";
import { go } from "../../state/route";
import type { Choice } from "./chosen";
import { columns, defaultColumns, type Column } from "./columns";
import { nextSort, type View } from "./view";

export { Codes, Remarks } from "./cells";

const shortNumber = 20; // letters that fit on one line

interface TableProps {
  rows: readonly RegisterRow[];
  view: View;
  choice: Choice;
  onChange: (view: Partial<View>) => void;
}

export function AppealTable({ rows, view, choice, onChange }: TableProps) {
  const shown = columns.filter((c) => view.cols.includes(c.key));
  return (
    // The header row sticks where the table itself does not scroll.
    <div class={"rro-scroll" + (shown.length <= defaultColumns.length ? " rro-scroll-page" : "")}>
      <table class="table table-sm table-hover rro-table rro-register" aria-label="Обращения">
        <thead>
          <tr>
            <th scope="col" class="rro-pick"><PickPage rows={rows} choice={choice} /></th>
            <SortHeader label="№" column="number" view={view} onChange={onChange} />
            {shown.map((c) => <SortHeader key={c.key} label={c.label} head={c.head} column={c.sort} view={view}
              onChange={onChange} />)}
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} shown={shown} choice={choice} />)}</tbody>
      </table>
    </div>
  );
}

/** Ticks all rows of the page; indeterminate when only some are ticked. */
function PickPage({ rows, choice }: Pick<TableProps, "rows" | "choice">) {
  const box = useRef<HTMLInputElement>(null);
  const picked = rows.filter((row) => choice.ids.has(row.id)).length;
  const all = picked === rows.length;
  useEffect(() => { box.current!.indeterminate = picked > 0 && !all; });
  return (
    <label>
      <input ref={box} type="checkbox" class="form-check-input" aria-label="Выбрать все на странице"
        title="Выбрать все на странице" checked={all}
        onChange={() => choice.put(rows.map((row) => row.id), !all)} />
    </label>
  );
}

interface SortHeaderProps extends Pick<TableProps, "view" | "onChange"> {
  label: string;
  head?: ComponentChildren;
  column: SortKey;
}

function SortHeader({ label, head, column, view, onChange }: SortHeaderProps) {
  const here = view.sort === column || (!view.sort && column === "modified"), desc = view.sort ? view.desc : true;
  return (
    <th scope="col" class={"rro-sorts" + (head ? " rro-head-broken" : "")}
      aria-sort={here ? (desc ? "descending" : "ascending") : "none"}>
      <button type="button" class="rro-sort" onClick={() => onChange(nextSort(view, column))}>
        <span>{head ?? label}</span><span class="rro-sort-mark"
          aria-hidden="true">{here ? (desc ? "▼" : "▲") : "↕"}</span>
      </button>
    </th>
  );
}

function Row({ row, shown, choice }: { row: RegisterRow; shown: readonly Column[]; choice: Choice }) {
  const target = "#/appeals/" + row.id, name = row.number || "без номера", picked = choice.ids.has(row.id);
  const open = (e: MouseEvent) => {
    if ((e.target as Element).closest("a, button, label") || getSelection()?.toString()) return;
    go(target);
  };
  return (
    <tr onClick={open} class={picked ? "rro-picked" : last.value === row.id ? "rro-here" : undefined}>
      <td class="rro-pick">
        <label><input type="checkbox" class="form-check-input" aria-label={"Выбрать " + name} checked={picked}
          onChange={() => choice.put([row.id], !picked)} /></label>
      </td>
      <th scope="row" class={name.length <= shortNumber ? "rro-number" : undefined}>
        <a href={target} data-appeal={row.id}>{name}</a>
          {row.draft && <> <span class="rro-draft-mark" title="Отложено: в архив не войдёт">черновик</span></>}</th>
      {shown.map((c) => <td key={c.key} class={c.nowrap ? "rro-nowrap" : undefined}
        data-label={c.label}>{c.cell(row)}</td>)}
    </tr>
  );
}
