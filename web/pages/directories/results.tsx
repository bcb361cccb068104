// «Наши результаты и статусы РРО»: own wordings of a result, each with a status. The import of a table asks for missing
// ones.
import { useState } from "preact/hooks";
import type { OwnResult } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { useCall } from "../../state/load";
import { wrote } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { outcomeKey, outcomeOf, outcomeOptions } from "../../text/options";
import { errorFindings } from "../../ui/error";
import { SelectField, TextField } from "../../ui/inputs";
import { Answered } from "../../ui/page";

const store = (result: OwnResult) => client.call("saveOwnResults", { results: [result] }).then(wrote);

async function remove(result: OwnResult) {
  try {
    await client.call("deleteOwnResult", { value: result.value });
    wrote();
    const back = () => void store({ ...result, rev: 0 }).catch(complain);
    say({ text: `Результат «${result.value}» удалён из списка. Загруженные обращения не изменились.`,
      action: { label: "Вернуть", run: back } });
  } catch (error) {
    complain(error);
  }
}

export function OwnResults() {
  const known = useCall("ownResults", {});
  return (
    <section class="rro-tile" aria-labelledby="own-results">
      <h2 id="own-results" tabIndex={-1}>Наши результаты и статусы РРО</h2>
      <p class="rro-quiet">Как ваши результаты рассмотрения называются в РРО. Одному нашему результату соответствует
        ровно один статус. Нужны при загрузке таблиц.</p>
      <AddResult />
      <Answered of={known}>{(data) => data.results.length === 0 ? <p class="rro-quiet">Список пока пуст.</p> : (
        <div class="rro-scroll rro-tall">
          <table class="table table-sm rro-table" aria-labelledby="own-results">
            <thead><tr><th scope="col">Наш результат</th><th scope="col">Статус</th>
              <th scope="col"><span class="visually-hidden">Действия</span></th></tr></thead>
            <tbody>
              {data.results.map((result) => (
                <tr key={result.value}>
                  <th scope="row">{result.value}</th>
                  <td>
                    <select class="form-select form-select-sm"
                      aria-label={`Статус для «${result.value}»`} value={outcomeKey(result)}
                      onChange={(e) => void store({ value: result.value, ...outcomeOf(e.currentTarget.value),
                      rev: result.rev }).then(() =>
                      say({ text: `Статус для «${result.value}» изменён. Загруженные обращения не изменились.` }),
                        complain)}>
                      {outcomeOptions.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
                    </select>
                  </td>
                  <td class="rro-cell-action"><button type="button" class="btn btn-sm btn-link rro-danger-link"
                    title={result.value} onClick={() => void remove(result)}>Удалить</button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}</Answered>
    </section>
  );
}

function AddResult() {
  const [value, setValue] = useState("");
  const [status, setStatus] = useState("");
  const [refused, setRefused] = useState<CoreError | null>(null);
  const add = async () => {
    try {
      await store({ value, ...outcomeOf(status), rev: 0 });
      say({ text: `Результат «${value.trim()}» добавлен.` });
      setValue("");
      setStatus("");
      setRefused(null);
    } catch (error) {
      setRefused(asCoreError(error));
    }
  };
  const of = (id: string) => ((refused?.code === "status") === (id === "own-status") ? errorFindings(refused, id) : []);
  return (
    <form class="rro-add" noValidate onSubmit={(e) => { e.preventDefault(); void add(); }}>
      <TextField id="own-value" label="Наш результат" value={value} findings={of("own-value")} onChange={setValue} />
      <SelectField id="own-status" label="Статус РРО" value={status} empty="не выбран" options={outcomeOptions}
        findings={of("own-status")} onChange={setStatus} />
      <button type="submit" class="btn btn-sm btn-outline-primary">Добавить результат</button>
    </form>
  );
}
