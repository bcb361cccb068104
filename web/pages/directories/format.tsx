// «Профиль формата»: every unconfirmed fact about the archive, in words.
import { useState } from "preact/hooks";
import type { Violation } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { useCall } from "../../state/load";
import { wrote } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { dateTime } from "../../text/format";
import { download } from "../../ui/download";
import { errorFindings } from "../../ui/error";
import { FileField } from "../../ui/file";
import { CheckField } from "../../ui/inputs";
import { Answered } from "../../ui/page";
import { inWords } from "./words";

export function FormatProfile() {
  const format = useCall("format", {}), row = format.data?.format;
  const reset = async () => {
    try {
      await client.call("resetFormat", {});
      wrote();
      say({ text: "Действует встроенный профиль формата." });
    } catch (problem) {
      complain(problem);
    }
  };
  return (
    <section class="rro-tile" aria-labelledby="format">
      <h2 id="format" tabIndex={-1}>Профиль формата</h2>
      <Answered of={format}>{({ format: row }) => (
        <>
          <p>Действует: <b>{row.format.name}, {row.format.version}</b> ({row.builtin ? "встроенный"
            : "загружен " + dateTime(row.loaded)}).</p>
          <p class="rro-quiet">{row.format.source}.{row.builtin
            && " Ни один его пункт официально не подтверждён: если портал отклонит архив, сверьте их с «Порядком " +
              "импорта»."}</p>
          <details class="rro-way">
            <summary>Что он говорит об архиве</summary>
            <dl class="rro-words">{inWords(row.format)
              .map(([what, how]) => <div key={what}><dt>{what}</dt><dd>{how}</dd></div>)}</dl>
          </details>
        </>
      )}</Answered>
      <LoadFormat />
      <div class="rro-actions">
        {row && <button type="button" class="btn btn-sm btn-outline-primary"
          onClick={() => download(new TextEncoder().encode(JSON.stringify(row.format, null, 2) + "\n"),
          `РРО_профиль_формата_${row.format.version}.json`, "application/json")}>Скачать текущий</button>}
        {row && !row.builtin && <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={() => void reset()}>Вернуть встроенный</button>}
      </div>
    </section>
  );
}

function LoadFormat() {
  const [violations, setViolations] = useState<readonly Violation[]>([]);
  const [error, setError] = useState<CoreError | null>(null);
  const [older, setOlder] = useState(false);
  const load = async (file: File) => {
    setError(null);
    setViolations([]);
    try {
      const { result } = await client.call("loadFormat", { older }, { files: [file] });
      setViolations(result.violations);
      if (result.violations.length) return;
      wrote();
      say({ text: `Действует профиль «${result.format.format.name}». Обращения проверены по нему заново.` });
    } catch (problem) {
      setError(asCoreError(problem));
    }
  };
  const id = "format-file";
  const list = violations.map((v, i) =>
    ({ rule: String(i), level: "error" as const, field: id,
      text: v.path ? `${v.path}: ${v.text}` : v.text, hint: "" }));
  return (
    <>
    <FileField id={id} label="Загрузить профиль формата (JSON)" accept=".json"
      findings={[...errorFindings(error, id), ...list]}
      hint={list.length ? "Файл не принят, действует прежний профиль."
        : "Файл от разработчиков или администратора, когда портал меняет формат."}
      onFiles={([file]) => load(file!)} />
    {(error?.code === "older" || older) && <CheckField id="format-older" label="Взять, хотя он старше" checked={older}
      onChange={setOlder} />}
    </>
  );
}
