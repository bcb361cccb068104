// «Загрузка таблицы» on «Обмен»: a file, or what was copied in Excel.
import { useState } from "preact/hooks";
import { go } from "../../../state/route";
import { complain } from "../../../state/toast";
import { errorFindings } from "../../../ui/error";
import { Field, controlProps } from "../../../ui/field";
import { ReceiveField } from "../../../ui/receive";
import { WorkBar } from "../../../ui/work";
import { downloadSample } from "./sample";
import { busy, openFile, openPasted, problem, table, work } from "./state";

export const tablePath = "#/exchange/table";

export function TableTile() {
  const [text, setText] = useState("");
  const [from, setFrom] = useState("");
  const opened = async (field: string, open: Promise<boolean>) => {
    setFrom(field);
    if (await open) go(tablePath);
  };
  const findings = (id: string) => (from === id ? errorFindings(problem.value, id) : []);
  const file = "table-file", pasted = { id: "table-paste", label: "Или вставьте строки, скопированные в Excel" };
  const paste = () => void opened(pasted.id, openPasted(text));
  return (
    <section class="rro-tile rro-import-tile rro-sole" aria-labelledby="table-import">
      <h2 id="table-import">Таблица обращений</h2>
      <p>Из СЭД или Excel: строка — обращение или вопрос. До загрузки всё видно и проверено.{" "}
        <button type="button" class="btn btn-sm btn-link rro-inline"
          onClick={() => void sample()}>Скачать образец таблицы</button></p>
      {table.value && <p><a href={tablePath}>Продолжить: {table.value.info.name}</a></p>}
      <ReceiveField id={file} label="Загрузить таблицу (XLSX, CSV)"
        accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.fods,.csv,.tsv,.txt,.xml,.htm,.html" place="table" takes={["text"]}
        also="Всё равно загрузить как таблицу обращений"
        busy={busy.value} error={from === file ? problem.value
          : null} onTake={({ files: [chosen] }) => void opened(file, openFile(chosen!))} />
      <Field {...pasted} hint="Вместе со строкой заголовков." findings={findings(pasted.id)}>
        <textarea {...controlProps({ ...pasted, hint: " ", findings: findings(pasted.id) })}
          class="form-control form-control-sm" rows={2} value={text} spellcheck={false}
          onInput={(e) => setText(e.currentTarget.value)} />
      </Field>
      <button type="button" class="btn btn-sm btn-outline-primary" disabled={!text.trim() || busy.value}
        onClick={paste}>Загрузить вставленное</button>
      <WorkBar work={work} />
    </section>
  );
}

async function sample() {
  try {
    await downloadSample();
  } catch (error) {
    complain(error);
  }
}
