// «Классификатор»: hits of a search, or the tree when there is no query.
import { useState } from "preact/hooks";
import type { Hit } from "../../core/api.gen";
import { client } from "../../core/client";
import { useCall } from "../../state/load";
import { whyFound } from "../../state/search";
import { complain, say } from "../../state/toast";
import { TextField } from "../../ui/inputs";
import { Answered } from "../../ui/page";
import { plural } from "../../text/format";
import { CopyCode } from "./copycode";
import { ClassifierPack } from "./packs";
import { Tree } from "./tree";

const most = 50; // hits

export function Codes() {
  const [query, setQuery] = useState("");
  const edition = client.hello.value?.classifier ?? "";
  return (
    <section class="rro-tile" aria-labelledby="codes">
      <h2 id="codes" tabIndex={-1}>Классификатор {edition && <span class="rro-quiet">редакция от {edition}</span>}</h2>
      <ClassifierPack />
      <TextField id="code-query" label="Поиск по классификатору" type="search" value={query}
        placeholder="слова или код: дороги, пенсия, 0003.0009"
        onChange={setQuery} />
      {query.trim() ? <Hits query={query} /> : <Tree key={edition} edition={edition} />}
    </section>
  );
}

function Hits({ query }: { query: string }) {
  const answer = useCall("searchCodes", { query, limit: most });
  return <Answered of={answer}>{({ hits, meant }) => <Found hits={hits} meant={meant} />}</Answered>;
}

function Found({ hits, meant }: { hits: readonly Hit[]; meant: string }) {
  const found = hits.length === most
    ? `Показаны первые ${most}, уточните запрос.` : `Найдено: ${plural(hits.length, "код", "кода", "кодов")}.`;
  return (
    <>
      <p class="rro-quiet" aria-live="polite">
        {meant && `Раскладка клавиатуры другая, искали ` +
          `«${meant}». `}{hits.length ? found : "Ничего не нашлось. Попробуйте другое слово или короче."}</p>
      <ul class="rro-hits">
        {hits.map((hit) => (
          <li key={hit.code}>
            <span class="rro-code">{hit.code}</span> <span>{hit.title}
              <span class="rro-hit-path">{hit.path}{whyFound(hit) && "; " + whyFound(hit)}</span></span>
            <span><FavouriteCode code={hit.code} /><br /><CopyCode code={hit.code} /></span>
          </li>
        ))}
      </ul>
    </>
  );
}

function FavouriteCode({ code }: { code: string }) {
  const mark = () => client.call("favouriteCode", { code, on: true })
    .then(() => say({ text: `Код ${code} теперь в избранных.` }), complain);
  return (
    <button type="button" class="btn btn-sm btn-link rro-copy"
      onClick={() => void mark()}>В избранное<span class="visually-hidden"> код {code}</span></button>
  );
}
