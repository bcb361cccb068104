// Which rows another body sent, where the table does not say so: the rule, its result for this table, and which senders
// are bodies.
import type { TableInfo, TableMapping, TableSign, TableWord } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { wrote } from "../../../state/saving";
import { plural } from "../../../text/format";
import { CheckField } from "../../../ui/inputs";
import { remap, run } from "./state";
import { WordTable } from "./words";

const rows = (n: number) => plural(n, "строка", "строки", "строк");

export function OriginRule({ info, onChange }: { info: TableInfo; onChange: (more: Partial<TableMapping>) => void }) {
  const { mapping, signs } = info;
  if (!signs.length) return null;
  const senders = info.words.filter((w) => !w.asked);
  const noNumber = info.forwarded > 0 && !mapping.columns.includes("outgoing");
  return (
    <fieldset class="rro-import-defaults">
      <legend>Что поступило из другого органа</legend>
      <p class="rro-quiet">Обращение поступило из другого органа, если в строке заполнено хотя бы одно из отмеченного.
        Столбец «Поступило напрямую от заявителя», где он заполнен, важнее.
        Если в «Исх. №» стоит номер вашего ответа, снимите отметку.</p>
      <div class="rro-import-signs">
        {signs.map((sign) => (
          <CheckField key={sign.field} id={"table-sign-" + sign.field} label={signLabel(sign)} checked={sign.on}
            onChange={(on) => onChange({ signs: { ...mapping.signs, [sign.field]: on } })} />
        ))}
      </div>
      {info.forwarded + info.unsigned > 0 && (
        <p>Из других органов: <b>{rows(info.forwarded)}</b>. Остальные: <b>{rows(info.unsigned)}</b>, для них действует
          общее значение «Поступило напрямую от заявителя» ниже.
          {noNumber && " Столбца с исходящим номером нет: номером обращений из других органов останется «Рег. №»."}</p>
      )}
      {senders.length > 0 && <Senders words={senders} mapping={mapping} />}
    </fieldset>
  );
}

function signLabel({ field, titles }: TableSign) {
  return titles.map((t) => `«${t || "без заголовка"}»`).join(", ") + (field === "format" ? ": МЭДО" : "");
}

/** Each choice is saved at once, and the counts above change. */
function Senders({ words, mapping }: { words: TableWord[]; mapping: TableMapping }) {
  const set = (word: TableWord, means: string) => void run("Сохраняем…", async () => {
    await client.call("saveOwnWords", { words: [{ field: word.field, value: word.value, means, rev: 0 }] });
    wrote();
  }).then((saved) => { if (saved) void remap(mapping); });
  return (
    <details>
      <summary>Кто направил: {plural(words.length, "значение", "значения", "значений")}, у каждого можно выбрать, орган
        это или заявитель</summary>
      <div class="rro-scroll rro-tall" tabIndex={0} role="region" aria-label="Кто направил">
        <WordTable label="Кто направил" words={words} chosen={(w) => w.means} onChoose={set} />
      </div>
    </details>
  );
}
