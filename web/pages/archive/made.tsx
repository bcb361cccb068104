// The archive that was just formed, and its next steps.
import { useEffect } from "preact/hooks";
import type { Archive } from "../../core/api.gen";
import { fileSize, plural } from "../../text/format";
import { FileName } from "./filename";
import { Papers } from "./papers";
import { Steps } from "./steps";

export function Made({ archive }: { archive: Archive }) {
  const zero = archive.kind === "zero";
  useEffect(() => document.getElementById("made")?.focus(), [archive.id]);
  return (
    <section class="rro-made-panel" aria-labelledby="made">
      <h2 id="made" tabIndex={-1}>Архив сформирован</h2>
      <p>{zero ? "Нулевой отчёт" : plural(archive.count, "обращение", "обращения", "обращений")}: {archive.period}.
        {archive.parts.length > 1
          && ` Частей: ${archive.parts.length}, загрузить нужно все.`} Ищите в папке «Загрузки»; браузер
          может спросить, сохранять ли файл.</p>
      <div class="rro-scroll" tabIndex={0} role="region" aria-label="Файлы архива">
        <table class="table table-sm rro-table" aria-label="Файлы архива">
          <thead><tr><th scope="col">Файл</th><th scope="col">Размер</th><th scope="col">Записей</th>
            <th scope="col">Контрольная сумма SHA-256</th></tr></thead>
          <tbody>
            {archive.parts.map((part) => (
              <tr key={part.name}>
                <th scope="row" class="rro-file-cell"><FileName name={part.name} /></th>
                <td class="rro-nowrap">{fileSize(part.size)}</td><td>{part.entries}</td>
                    <td class="rro-sum">{part.sha256.slice(0, 32)}<wbr />{part.sha256.slice(32)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Papers archive={archive} />
      <StayedOut archive={archive} />
      <Steps archive={archive} />
    </section>
  );
}

/** Files and appeals that are not in the archive, a line each. */
export function StayedOut({ archive }: { archive: Archive }) {
  return (
    <>
      {archive.filesOut.length > 0 && (
        <>
          <h3 id={"files-" + archive.id}>Файлы ответов, которые не вошли</h3>
          <p class="rro-quiet">Обычно портал хранит файлы только у обращений с номером на «А26» (правило — в профиле
            формата). Сами обращения в архиве.</p>
          <ul class="rro-protocol" aria-labelledby={"files-" + archive.id}>
            {archive.filesOut.map((f, i) => <li key={i}>{f.number} {f.name}</li>)}</ul>
        </>
      )}
      {archive.leftOut.length > 0 && (
        <>
          <h3 id={"left-" + archive.id}>Обращения, которые не вошли</h3>
          <ul class="rro-protocol rro-protocol-wide" aria-labelledby={"left-" + archive.id}>
            {archive.leftOut.map((l) => <li
              key={l.id}><a href={"#/appeals/" + l.id}>{l.number || "без номера"}</a> {l.reason}</li>)}
          </ul>
        </>
      )}
    </>
  );
}
