// «Журнал архивов»: what was formed, by which versions; any file once more.
import { useState } from "preact/hooks";
import type { Archive } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { complain } from "../../state/toast";
import { dateTime, fileSize, russianMonth } from "../../text/format";
import { Problem } from "../../ui/page";
import { handOut } from "./job";
import { Contents } from "./contents";

export function Journal() {
  const { data, error } = useCall("journal", {});
  return (
    <section class="rro-journal" aria-labelledby="journal">
      <h2 id="journal">Журнал архивов</h2>
      <Problem error={error} />
      {data?.archives.length === 0 && <p class="rro-quiet">Пока пусто. Каждый сформированный архив останется здесь, его можно скачать ещё раз.</p>}
      {data && data.archives.length > 0 && (
        <div class="rro-scroll">
          <table class="table table-sm rro-table" aria-labelledby="journal">
            <thead>
              <tr>
                <th scope="col">Когда</th><th scope="col">Месяц</th><th scope="col">Вид</th><th scope="col">Файл</th><th scope="col">Записей</th>
                <th scope="col">Размер</th><th scope="col">SHA-256</th><th scope="col">Версии</th><th scope="col"><span class="visually-hidden">Действия</span></th>
              </tr>
            </thead>
            {data.archives.map((archive) => <Group key={archive.id} archive={archive} />)}
          </table>
        </div>
      )}
    </section>
  );
}

/** An archive: a row for each part, and its contents when asked for. */
function Group({ archive }: { archive: Archive }) {
  const [open, setOpen] = useState(false);
  const span = archive.parts.length;
  const id = "contents-" + archive.id;
  return (
    <tbody>
      {archive.parts.map((part, i) => (
        <tr key={part.name}>
          {i === 0 && (
            <>
              <td rowSpan={span} class="rro-nowrap">{dateTime(archive.created)}</td>
              <td rowSpan={span} class="rro-nowrap">{russianMonth(archive.month)}</td>
              <td rowSpan={span}>{archive.kind === "zero" ? "нулевой отчёт" : "обращения"}</td>
            </>
          )}
          <th scope="row" class="rro-file-cell">{part.name}</th>
          <td>{part.entries}</td>
          <td class="rro-nowrap">{fileSize(part.size)}</td>
          <td class="rro-code" title={part.sha256}>{part.sha256.slice(0, 8)}…</td>
          {i === 0 && <td rowSpan={span} class="rro-versions"><Versions archive={archive} /></td>}
          <td class="rro-cell-action">
            <button type="button" class="btn btn-sm btn-outline-primary" title={part.name} onClick={() => void handOut(archive.id, i).catch(complain)}>Скачать ещё раз</button>
            {i === 0 && <button type="button" class="btn btn-sm btn-link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>Состав</button>}
          </td>
        </tr>
      ))}
      <tr id={id} hidden={!open}><td colSpan={9}>{open && <Contents archive={archive} />}</td></tr>
    </tbody>
  );
}

function Versions({ archive }: { archive: Archive }) {
  return <>программа {archive.program.split(" ")[0]}<br />формат {archive.format}<br />классификатор {archive.codes}</>;
}
