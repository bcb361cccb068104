// The register on paper: every row that passes the filter, not only the page on the screen, with the filter, the body
// and the date.
import { client } from "../core/client";
import type { RegisterRes } from "../core/api.gen";
import { plural } from "../text/format";
import { columns } from "../pages/register/columns";
import { request, type View } from "../pages/register/view";
import { Facts, printedAt } from "./head";
import { printThis } from "./print";

/** The most rows on paper: some sixty sheets. */
const most = 1000;

export async function printRegister(view: View) {
  const sort = view.sort || "number"; // readers of a printed list look for numbers
  const data = await client.call("register", request({ ...view, sort, page: 0, size: most }));
  printThis(<RegisterSheet data={data} view={view} />);
}

function RegisterSheet({ data: { rows, total, body, words }, view }: { data: RegisterRes; view: View }) {
  const shown = columns.filter((c) => view.cols.includes(c.key));
  const count = plural(total, "обращение", "обращения", "обращений");
  return (
    <article class="rro-sheet rro-sheet-wide">
      <h1>Обращения</h1>
      <Facts rows={[["Орган", body], ["Отбор", words || "все обращения"],
        ["Всего", total > rows.length
          ? `${count}; напечатаны первые ${rows.length}, сузьте отбор` : count], ["Напечатано", printedAt()]]} />
      <table class="rro-paper rro-paper-list">
        <thead><tr><th scope="col">№</th>{shown.map((c) => <th key={c.key} scope="col">{c.label}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.number || "без номера"}{row.draft && " (черновик)"}</th>
              {shown.map((c) => <td key={c.key} class={c.nowrap ? "rro-nowrap" : undefined}>{c.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
