// «Свои слова в таблицах»: the words in the tables of this office that mean a body or МЭДО. The import of a table asks
// for missing ones.
import { wordFields, type OwnWord } from "../../core/api.gen";
import { client } from "../../core/client";
import { useCall } from "../../state/load";
import { wrote } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { Problem } from "../../ui/page";

const save = (word: OwnWord) => client.call("saveOwnWords", { words: [word] }).then(wrote);

async function remove(word: OwnWord) {
  try {
    await client.call("deleteOwnWord", word);
    wrote();
    const back = () => void save(word).catch(complain);
    say({ text: `«${word.value}» удалено из списка. Загруженные обращения не изменились.`,
      action: { label: "Вернуть", run: back } });
  } catch (error) {
    complain(error);
  }
}

export function OwnWords() {
  const { data, error } = useCall("ownWords", {});
  return (
    <section class="rro-tile" aria-labelledby="own-words">
      <h2 id="own-words" tabIndex={-1}>Свои слова в таблицах</h2>
      <p class="rro-quiet">Что в ваших таблицах означают слова об отправителе и способе доставки. Список пополняется при
        загрузке таблиц.</p>
      <Problem error={error} />
      {data?.words.length === 0 && <p class="rro-quiet">Список пока пуст.</p>}
      {data && data.words.length > 0 && (
        <div class="rro-scroll rro-tall">
          <table class="table table-sm rro-table" aria-labelledby="own-words">
            <thead><tr><th scope="col">В таблице</th><th scope="col">Поле</th><th scope="col">Что означает</th>
              <th scope="col"><span class="visually-hidden">Действия</span></th></tr></thead>
            <tbody>
              {data.words.map((word) => {
                const field = wordFields.find((f) => f.field === word.field)!;
                const choose = (means: string) => void save({ ...word, means })
                  .then(() =>
                    say({ text: `Значение слова «${word.value}» изменено. Загруженные обращения не изменились.` }),
                    complain);
                return (
                  <tr key={word.field + word.value}>
                    <th scope="row">{word.value}</th><td>{field.label}</td>
                    <td>
                      <select class="form-select form-select-sm"
                        aria-label={`${field.label}: «${word.value}»`} value={word.means}
                        onChange={(e) => choose(e.currentTarget.value)}>
                        {field.options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
                      </select>
                    </td>
                    <td class="rro-cell-action"><button type="button" class="btn btn-sm btn-link rro-danger-link"
                      title={word.value} onClick={() => void remove(word)}>Удалить</button></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
