// Own results of the file with the status of each, and own words for sender and delivery. What was saved once is not
// asked again; it can be changed in «Справочники».
import { useState } from "preact/hooks";
import type { TableInfo, TableWord } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { wrote } from "../../../state/saving";
import { outcomeKey, outcomeLabel, outcomeOf, outcomeOptions } from "../../../text/options";
import { busy, check, run, show } from "./state";
import { WordTable } from "./words";

/** The words that must have a meaning before rows can be read. */
export const askedWords = (info: TableInfo) => info.words.filter((w) => w.asked && !w.saved);

/** Whether the table needs a choice on this step. */
export const asksResults = (info: TableInfo) => info.results.length + askedWords(info).length > 0;

const wordKey = (w: TableWord) => w.field + " " + w.value;

export function Results({ info }: { info: TableInfo }) {
  const [chosen, setChosen] = useState<Record<string,
    string>>(() => Object.fromEntries(info.results.map((r) => [r.value, outcomeKey(r)])));
  const [words] = useState(() => askedWords(info)); // they stay on the screen after they are saved
  const [means, setMeans] = useState<Record<string,
    string>>(() => Object.fromEntries(words.map((w) => [wordKey(w), w.means])));
  const open = info.results.filter((r) => !r.saved);
  const left = open.filter((r) => !chosen[r.value]).length;
  const next = async () => {
    const results = open.filter((r) => chosen[r.value])
      .map((r) => ({ value: r.value, ...outcomeOf(chosen[r.value]!), rev: 0 }));
    const saved = await run("Сохраняем соответствия…", async () => {
      if (results.length) await client.call("saveOwnResults", { results });
      if (words.length) await client.call("saveOwnWords",
        { words: words.map((w) => ({ field: w.field, value: w.value, means: means[wordKey(w)]!, rev: 0 })) });
      if (results.length + words.length) wrote();
    });
    if (saved) await check();
  };
  return (
    <>
      {info.results.length > 0
        && <><p>Эти результаты в таблице названы иначе, чем в РРО. Выберите каждому статус, а если результат говорит и о
        принятых мерах, то статус вместе с ними: одному своему результату соответствует ровно один статус.
        Соответствия запомнятся и будут видны в «Справочниках», «Наши результаты и статусы РРО».</p>
      <table class="table table-sm rro-table rro-keys" aria-label="Наши результаты">
        <thead><tr><th scope="col">Наш результат</th><th scope="col">Строк</th><th scope="col">Статус</th></tr></thead>
        <tbody>
          {info.results.map((r) => (
            <tr key={r.value}>
              <th scope="row">{r.value}</th><td>{r.count}</td>
              <td>{r.saved ? <>{outcomeLabel(r)} <span class="rro-quiet">(сохранено)</span></> : (
                <select class={"form-select form-select-sm" + (chosen[r.value] ? "" : " is-warned")}
                  aria-label={`Статус для «${r.value}»`} value={chosen[r.value]}
                  onChange={(e) => setChosen({ ...chosen, [r.value]: e.currentTarget.value })}>
                  <option value="">не выбран</option>
                  {outcomeOptions.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
                </select>
              )}</td>
            </tr>
          ))}
        </tbody>
      </table>
      </>}
      {words.length > 0 && <><p>Этих слов программа не знает. Проверьте, верно ли она их поняла: выбранное запомнится и
        будет видно в «Справочниках», «Свои слова в таблицах».</p>
        <WordTable label="Свои слова" words={words} chosen={(w) => means[wordKey(w)]!}
          onChoose={(w, value) => setMeans({ ...means, [wordKey(w)]: value })} /></>}
      {left > 0 && <p class="rro-word-warning">Без статуса: {left}. Строки с такими результатами не загрузятся.</p>}
      <div class="rro-build">
        <button type="button" class="btn btn-primary" disabled={busy.value} onClick={() => void next()}>Далее</button>
        <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={() => show("columns")}>Назад, к столбцам</button>
      </div>
    </>
  );
}
