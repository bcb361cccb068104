// «Органы»: recipients that were used or entered by hand.
import { useState } from "preact/hooks";
import type { Body } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { useCall } from "../../state/load";
import { sayMatched } from "../../state/matched";
import { wrote } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { errorFindings } from "../../ui/error";
import { TextField } from "../../ui/inputs";
import { Answered } from "../../ui/page";
import { BodiesPack } from "./packs";

export function BodyList() {
  const [query, setQuery] = useState("");
  const found = useCall("searchBodies", { query }), { data } = found;
  return (
    <section class="rro-tile" aria-labelledby="bodies">
      <h2 id="bodies" tabIndex={-1}>Органы</h2>
      <p class="rro-quiet">Органы, которым вы направляете вопросы по компетенции. Пополняется и сам, из обращений.</p>
      <BodiesPack />
      <AddBody />
      {data && data.total > 0 && !query && (
        <p><button type="button" class="btn btn-sm btn-link rro-inline"
          onClick={() => void match()}>Найти идентификаторы получателей</button>{" "}
          <span class="rro-quiet">в обращениях, где орган назван, а идентификатора нет</span></p>
      )}
      {((data && data.total > 5) || query) && <TextField id="body-query" label="Поиск органа" type="search"
        value={query} onChange={setQuery} />}
      <Answered of={found}>{(data) => data.bodies.length === 0
        ? <p class="rro-quiet">{query ? "Такого органа нет." : "Список пока пуст."}</p> : (
        <div class="rro-scroll rro-tall">
          <table class="table table-sm rro-table" aria-labelledby="bodies">
            <thead><tr><th scope="col">Наименование</th><th scope="col">Идентификатор</th>
              <th scope="col"><span class="visually-hidden">Действия</span></th></tr></thead>
            <tbody>
              {data.bodies.map((body) => (
                <tr key={body.departmentId}>
                  <th scope="row">{body.name}</th><td class="rro-code rro-guid">{body.departmentId}</td>
                  <td class="rro-cell-action">
                    {body.own && <button type="button" class="btn btn-sm btn-link rro-danger-link" title={body.name}
                      onClick={() => void remove(body)}>Удалить</button>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}</Answered>
      {data && data.total > data.bodies.length && <p class="rro-quiet">Показаны
        первые {data.bodies.length} из {data.total}, уточните поиск.</p>}
    </section>
  );
}

async function remove({ departmentId, name }: Body) {
  const body = { departmentId, name };
  const back = () => void client.call("saveBody", { body }).then(wrote).catch(complain);
  try {
    await client.call("deleteBody", { body });
    wrote();
    say({ text: `«${body.name}» удалён из списка. В обращениях он остался.`, action: { label: "Вернуть", run: back } });
  } catch (error) {
    complain(error);
  }
}

async function match() {
  try {
    const matched = await client.call("matchNames", {});
    sayMatched(matched.action ? "" : "Новых совпадений по наименованию нет.", matched);
  } catch (error) {
    complain(error);
  }
}

function AddBody() {
  const [body, setBody] = useState<Body>({ name: "", departmentId: "" });
  const [refused, setRefused] = useState<CoreError | null>(null);
  const add = async () => {
    try {
      const { matched } = await client.call("saveBody", { body });
      wrote();
      sayMatched(`«${body.name}» добавлен.`, matched);
      setBody({ name: "", departmentId: "" });
      setRefused(null);
      requestAnimationFrame(() => document.getElementById("body-name")?.focus()); // after it was emptied
    } catch (error) {
      setRefused(asCoreError(error));
      document.getElementById(asCoreError(error).code === "name" ? "body-name" : "body-id")?.focus();
    }
  };
  const wrong = refused?.code === "name" ? "body-name" : "body-id"; // the field that the refusal is about
  const of = (id: string) => (wrong === id ? errorFindings(refused, id) : []);
  return (
    <form class="rro-add" noValidate onSubmit={(e) => { e.preventDefault(); void add(); }}>
      <TextField id="body-name" label="Наименование органа" value={body.name} findings={of("body-name")}
        onChange={(name) => setBody((b) => ({ ...b, name }))} />
      <TextField id="body-id" label="Идентификатор (GUID)" value={body.departmentId} findings={of("body-id")}
        onChange={(departmentId) => setBody((b) => ({ ...b, departmentId }))} />
      <button type="submit" class="btn btn-sm btn-outline-primary">Добавить в список</button>
    </form>
  );
}
