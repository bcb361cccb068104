// What this browser can do, tried when the clerk asks.
import { useState } from "preact/hooks";
import { download } from "../../ui/download";
import { abilities, tried } from "./selftest/ability";
import type { Answer, Found } from "./selftest/found";
import { remember } from "./selftest/memory";

const words: Record<Answer, string> = { yes: "да", no: "нет", unknown: "неизвестно" };
const looks: Record<Answer, string> = { yes: "rro-quiet", no: "rro-word-error", unknown: "rro-word-warning" };

export function SelfTest() {
  const [found, setFound] = useState<Found[] | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setFound(await Promise.all(abilities.map(tried)));
    await remember();
    setBusy(false);
  };
  return (
    <>
      <p>Программа сама пробует каждую возможность браузера. Обращения при этом не меняются.</p>
      <div class="rro-actions">
        <button type="button" class="btn btn-sm btn-outline-primary" disabled={busy}
          onClick={run}>Проверить браузер</button>
        <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={saveProof}>Сохранить пробный файл</button>
      </div>
      <p class="rro-quiet">Пробный файл должен оказаться в папке «Загрузки» и открыться. Если его нет, браузеру
        запрещено сохранять файлы:
        попросите администратора это разрешить, иначе архив не выгрузить.</p>
      <p aria-live="polite" class="rro-verdict">{found && verdict(found)}</p>
      {found && <Results found={found} />}
      {found && (
        <p class="rro-quiet">Не нужны и потому не проверяются: сеть, прямой доступ к файлам и папкам, блокировки между
          вкладками, фоновые службы, уведомления,
          расширения. Если браузер этого не умеет или это запрещено, работе ничто не мешает.</p>
      )}
    </>
  );
}

function Results({ found }: { found: Found[] }) {
  return (
    <div class="rro-scroll" tabIndex={0} role="region" aria-label="Таблица возможностей">
      <table class="table table-sm rro-table rro-last-wide" aria-label="Возможности браузера">
        <thead><tr><th scope="col">Возможность</th><th scope="col">Есть</th>
          <th scope="col">Что найдено и что делать</th></tr></thead>
        <tbody>
          {abilities.map((ability, i) => {
            const { answer, said } = found[i]!;
            return (
              <tr key={ability.name}>
                <th scope="row">{ability.name}</th>
                <td class={answer === "no" && !ability.vital ? looks.unknown : looks[answer]}>{words[answer]}</td>
                <td>{said} {answer !== "yes" && ability.remedy}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function verdict(found: Found[]): string {
  const lacking = abilities.filter((_, i) => found[i]!.answer === "no");
  if (lacking.some((a) => a.vital)) return "Работать в этом браузере нельзя или опасно. Что делать, сказано в таблице.";
  if (lacking.length > 0) return `Работать можно. Не хватает того, без чего обойтись можно: ` +
    `${lacking.map((a) => `«${a.name}»`).join(", ")}.`;
  return "Всё нужное есть.";
}

function saveProof() {
  download(new Blob(["Если вы это читаете, браузер сохраняет файлы.\r\n"], { type: "text/plain;charset=utf-8" }),
    "Проверка РРО-формы.txt");
}
