// All rules with their codes and sources; the words of a portal message find the rule.
import { useState } from "preact/hooks";
import { levelNames } from "../../ui/findings";
import { TextField } from "../../ui/inputs";
import { label, plural } from "../../text/format";
import { findRules } from "./find";
import { sourceText } from "./source";

export function Rules() {
  const [query, setQuery] = useState("");
  const { found, loose } = findRules(query);
  return (
    <>
      <div class="rro-rule-search">
        <TextField id="rule-query" label="Поиск по правилам" type="search" value={query} onChange={setQuery}
          placeholder="код, слова или сообщение портала целиком" />
        <p class="rro-quiet" aria-live="polite">{loose ? "Ближе всего по словам: " : "Показано: "}
          {plural(found.length, "правило", "правила", "правил")}</p>
      </div>
      <div class="rro-scroll" tabIndex={0} role="region" aria-label="Таблица правил">
        <table class="table table-sm rro-table rro-rules" aria-labelledby="rules">
          <thead>
            <tr><th scope="col">Код</th><th scope="col">Уровень</th><th scope="col">Поле</th>
              <th scope="col">Замечание</th><th scope="col">Что сделать</th><th scope="col">Источник</th></tr>
          </thead>
          <tbody>
            {found.map((rule) => (
              <tr key={rule.code}>
                <th scope="row" class="rro-nowrap">{rule.code}</th>
                <td class={"rro-word-" + rule.level}>{levelNames[rule.level]}</td>
                <td>{label(rule.field)}</td><td>{rule.text}</td><td>{rule.hint}</td>
                <td class="rro-quiet">{sourceText(rule.source)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
