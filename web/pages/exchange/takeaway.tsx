// Gives a table to the clerk, as a workbook or on the clipboard.
import type { Table } from "../../core/api.gen";
import { tableFile, xlsxType } from "../archive/xlsx";
import { complain, say } from "../../state/toast";
import { copyQuietly } from "../../ui/copy";
import { download } from "../../ui/download";

/** A cell that a spreadsheet would take for a formula gets an apostrophe. */
const cell = (text: string) => text.replace(/[\t\r\n]+/g, " ").replace(/^\s*[=+\-@]/, "'$&");

export function TakeAway({ table, name }: { table: Table; name: string }) {
  const save = async () => download(await tableFile(table), name + ".xlsx", xlsxType);
  const copy = async () => {
    const lines = [table.columns.map((c) => c.title), ...table.rows].map((row) => row.map(cell).join("\t"));
    const done = await copyQuietly(lines.join("\n"));
    say(done ? { text: "Таблица скопирована: её можно вставить в Excel." }
      : { text: "Браузер не дал скопировать. Скачайте таблицу файлом.", bad: true });
  };
  return (
    <div class="rro-actions">
      <button type="button" class="btn btn-sm btn-outline-primary"
        onClick={() => void save().catch(complain)}>Скачать таблицу (XLSX)</button>
      <button type="button" class="btn btn-sm btn-outline-primary"
        onClick={() => void copy().catch(complain)}>Скопировать таблицу</button>
    </div>
  );
}
