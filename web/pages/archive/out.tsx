// «Не войдут»: first what can be corrected, then what was held back on purpose, then, folded, what the filter excludes.
import type { OutReason, PlanRow } from "../../core/api.gen";
import { Findings } from "../../ui/findings";
import { RowsNotShown, maxRows, rowLink } from "./plan";

interface Kind {
  reasons: readonly OutReason[];
  title: string;
  each?: boolean; // every row has a reason
  folded?: boolean;
}

const kinds: readonly Kind[] = [
  { reasons: ["errors"], title: "С ошибками: исправьте, и обращения войдут", each: true },
  { reasons: ["period", "month"], title: "Не хватает даты", each: true },
  { reasons: ["draft"], title: "Черновики: снимите отметку, чтобы выгрузить" },
  { reasons: ["filter"], title: "Не подходят под дополнительный фильтр", folded: true },
];

export function StaysOut({ rows }: { rows: readonly PlanRow[] }) {
  return (
    <section aria-labelledby="stays-out">
      <h2 id="stays-out">Не войдут: {rows.length}</h2>
      {rows.length === 0 ? <p class="rro-quiet">Таких обращений нет.</p> : (
        <div class="rro-tall" tabIndex={0} role="group" aria-label="Почему не войдут">
          {kinds.map((kind) => <Group key={kind.title} kind={kind}
            rows={rows.filter((row) => kind.reasons.includes(row.because))} />)}
        </div>
      )}
    </section>
  );
}

function Group({ kind: { title, each, folded }, rows }: { kind: Kind; rows: readonly PlanRow[] }) {
  if (!rows.length) return null;
  const list = (
    <ul class="rro-out">
      {rows.slice(0, maxRows).map((row) => (
        <li key={row.id}>
          {rowLink(row)} {row.name}{folded && row.draft && <> <span class="rro-draft-mark">черновик</span></>}
          {each && (row.because === "errors"
            ? <Findings id={"out-" + row.id} list={row.findings.filter((f) => f.level === "error")} />
            : <div class="rro-quiet">{row.reason}.</div>)}
        </li>
      ))}
      {rows.length > maxRows && <li><RowsNotShown rows={rows} /></li>}
    </ul>
  );
  if (folded) return <details class="rro-folded"><summary>{title}: {rows.length}</summary>{list}</details>;
  return <><h3>{title} ({rows.length})</h3>{list}</>;
}
