// The protocol on paper: A4 landscape, with the column widths that the core gives.
import type { Column, Protocol, Table } from "../core/api.gen";
import { russianDate } from "../text/format";
import { Facts } from "./head";

export function ProtocolSheet({ protocol }: { protocol: Protocol }) {
  return (
    <article class="rro-sheet rro-sheet-wide">
      <h1>{protocol.title}</h1>
      <p class="rro-own">{protocol.note}</p>
      <Facts rows={protocol.head.map(([name = "", value = ""]) => [name, value] as const)} />
      <Paper table={protocol.table} always />
      <Paper table={protocol.leftOut} always />
      <Paper table={protocol.filesOut} />
      <Paper table={protocol.filesIn} />
    </article>
  );
}

// The headers of marks and dates are vertical, which leaves room for text.
const upright = (c: Column, dense: boolean) => dense && (c.kind !== "text" || c.width <= narrow);
const narrow = 20; // letters: a longer word of the header would be cut
const widthOf = (c: Column) => (c.kind === "mark" ? 6 : c.kind === "date" ? 13 : c.width);
const dense = (columns: readonly Column[]) => columns.length > 10;

function Paper({ table, always }: { table: Table; always?: boolean }) {
  const { title, columns, rows } = table;
  if (!rows.length && !always) return null;
  const whole = columns.reduce((sum, c) => sum + widthOf(c), 0);
  return (
    <section>
      <h2>{title}: {rows.length || "нет"}</h2>
      {rows.length > 0 && (
        <table class={"rro-paper" + (dense(columns) ? " rro-paper-dense" : "")}>
          <colgroup>{columns.map((c) => <col key={c.title} width={`${(100 * widthOf(c)) / whole}%`} />)}</colgroup>
          <thead><tr>
            {columns.map((c) => (
              <th key={c.title} scope="col"
                class={"rro-kind-" + c.kind + (upright(c, dense(columns)) ? " rro-upright" : "")}>
                <span>{c.title}</span>
              </th>
            ))}
          </tr></thead>
          <tbody>
            {rows.map((row, n) => (
              <tr key={n}>
                {columns.map((c, i) => <td key={i} class={"rro-kind-" + c.kind}>{show(c, row[i] ?? "")}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const solid = /^\S{1,24}$/; // a number or a code, which must not break

function show(c: Column, value: string) {
  if (c.kind === "date") return value.split("; ").map(russianDate).join("; ");
  return solid.test(value) ? <span class="rro-nowrap">{value}</span> : value;
}
