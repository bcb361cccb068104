// «Коды этого рабочего места»: favourites, and choices that move codes up in the search.
import { useState } from "preact/hooks";
import type { FrequentCode, LearnedRes } from "../../core/api.gen";
import { client } from "../../core/client";
import { useCall } from "../../state/load";
import { complain, say } from "../../state/toast";
import { dateTime, plural } from "../../text/format";
import { Answered } from "../../ui/page";

export function LearnedCodes() {
  const learned = useCall("learned", {});
  return (
    <section class="rro-tile" aria-labelledby="learned">
      <h2 id="learned" tabIndex={-1}>Коды этого рабочего места</h2>
      <p class="rro-quiet">Избранные и частые коды предлагаются в пустом поле «Код вопроса», а выбранный для тех же слов
        код ставится выше. Фамилии и адреса не запоминаются.</p>
      <Answered of={learned}>{(data) => <Lists data={data} />}</Answered>
    </section>
  );
}

function Lists({ data }: { data: LearnedRes }) {
  const [changed, setChanged] = useState<LearnedRes | null>(null);
  const now = changed ?? data;
  const forget = (words: string, code: string) =>
    void client.call("forgetChoices", { words, code }).then(setChanged, complain);
  const unmark = (f: FrequentCode) =>
    void client.call("favouriteCode", { code: f.code, on: false })
      .then((r) => setChanged({ ...now, favourites: r.favourites }), complain);
  return (
    <>
      <h3>Избранные</h3>
      {now.favourites.length === 0 && <p class="rro-quiet">Пока нет: отметьте код кнопкой «В избранное» в результатах
        поиска.</p>}
      <ul class="rro-hits">
        {now.favourites.map((f) => (
          <li key={f.code}><span class="rro-code">{f.code}</span> <span>{f.title}
            <span class="rro-hit-path">{f.path}</span></span>
            <button type="button" class="btn btn-sm btn-link" onClick={() => unmark(f)}>Убрать<span
              class="visually-hidden"> из избранных код {f.code}</span></button></li>
        ))}
      </ul>
      <h3>Запомненные выборы</h3>
      {now.choices.length === 0 ? <p class="rro-quiet">Пока ничего.</p> : (
        <details>
          <summary>{plural(now.choices.length, "выбор", "выбора", "выборов")}</summary>
          <ul class="rro-hits">
            {now.choices.slice(0, 200).map((c) => (
              <li key={c.code + c.words}><span class="rro-code">{c.code}</span>
                <span>{c.title}<span class="rro-hit-path">для слов: {c.words}; {plural(c.count, "раз", "раза", "раз")},
                  последний {dateTime(c.last)}</span></span>
                <button type="button" class="btn btn-sm btn-link" onClick={() => forget(c.words, c.code)}>Забыть<span
                  class="visually-hidden"> код {c.code} для слов {c.words}</span></button></li>
            ))}
          </ul>
          <button type="button" class="btn btn-sm btn-outline-danger"
            onClick={() => { forget("", ""); say({ text: "Запомненные выборы кодов забыты." }); }}>Забыть все</button>
        </details>
      )}
    </>
  );
}
