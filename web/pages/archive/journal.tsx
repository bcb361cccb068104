// «Журнал архивов»: the archives that were formed, their states, their files to download again.
import { useState } from "preact/hooks";
import type { Archive, JournalRes } from "../../core/api.gen";
import type { Loaded } from "../../state/load";
import { complain } from "../../state/toast";
import { dateTime, fileSize, plural } from "../../text/format";
import { Answered } from "../../ui/page";
import { Compare } from "./compare";
import { Contents } from "./contents";
import { FileName } from "./filename";
import { handOut } from "./job";
import { StateSelect } from "./state";

interface JournalProps {
  journal: Loaded<JournalRes>;
  made: string; // the archive that was just formed, "" = none
}

export function Journal({ journal, made }: JournalProps) {
  const [comparing, setComparing] = useState(false);
  const comparable = journal.data?.archives.filter((a) => a.kind === "appeals") ?? [];
  return (
    <section class="rro-journal" aria-labelledby="journal">
      <div class="rro-title">
        <h2 id="journal">Журнал архивов</h2>
        {comparable.length > 1 && (
          <button type="button" class="btn btn-sm btn-outline-secondary"
            onClick={() => setComparing(true)}>Сравнить архивы…</button>
        )}
      </div>
      <Answered of={journal}>{({ archives }) => archives.length === 0
        ? <p class="rro-quiet">Пока пусто. Каждый сформированный архив останется здесь, его можно скачать ещё раз.</p>
        : (
        <div class="rro-scroll">
          <table class="table table-sm rro-table" aria-labelledby="journal">
            <thead>
              <tr>
                <th scope="col">Когда</th><th scope="col">Что выгружено</th><th scope="col">Файл</th>
                <th scope="col">Состояние</th>
                <th scope="col"><span class="visually-hidden">Действия</span></th>
              </tr>
            </thead>
            {archives.map((archive) => <Group key={archive.id} archive={archive} shown={archive.id === made} />)}
          </table>
        </div>
      )}</Answered>
      {comparing && <Compare archives={comparable} onClose={() => setComparing(false)} />}
    </section>
  );
}

/** An archive: a row for each part, and its contents when the clerk opens them. */
function Group({ archive, shown }: { archive: Archive; shown: boolean }) {
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
              <th rowSpan={span} scope="rowgroup" class="rro-what">{archive.kind === "zero" && "Нулевой отчёт: "}
                {archive.period}</th>
            </>
          )}
          <td class="rro-file-cell">
            <FileName name={part.name} />
            <div class="rro-quiet" title={"SHA-256 " + part.sha256}>
              {plural(part.entries, "запись", "записи", "записей")}, {fileSize(part.size)},
                SHA-256 <span class="rro-code">{part.sha256.slice(0, 8)}…</span></div>
          </td>
          {i === 0 && <td rowSpan={span}><StateSelect archive={archive} /></td>}
          <td class="rro-cell-action">
            {archive.cleared ? <span class="rro-quiet">содержимое удалено по сроку</span>
              : <button type="button" class="btn btn-sm btn-outline-primary" title={part.name}
                onClick={() => void handOut(archive.id, i).catch(complain)}>Скачать ещё раз</button>}
            {i === 0 && <button type="button" class="btn btn-sm btn-link" title={part.name} aria-expanded={open}
              aria-controls={id} onClick={() => setOpen(!open)}>Подробнее</button>}
          </td>
        </tr>
      ))}
      <tr id={id} hidden={!open}><td colSpan={5}>{open && <Contents archive={archive} shown={shown} />}</td></tr>
    </tbody>
  );
}
