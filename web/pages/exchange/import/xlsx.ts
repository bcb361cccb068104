// A workbook as rows of text. The core holds it against the limits and unpacks
// it, in its worker; what comes back is small enough to be laid out here.
import { zipSync } from "fflate";
import readBook, { type CellValue } from "read-excel-file/universal";
import { client, type CallOptions } from "../../../core/client";
import { CoreError } from "../../../core/errors";

/** A sheet; rows keep their places, days are yyyy-mm-dd. */
export interface BookSheet { name: string; rows: (string | null)[][] }

const refuse = (text: string, hint: string) => new CoreError({ code: "refused", text, hint });

/** Reads all sheets that are not empty. Rejects with a CoreError. */
export async function readWorkbook(file: Blob, options: CallOptions = {}): Promise<BookSheet[]> {
  const { result, files } = await client.call("unpackBook", {}, { ...options, files: [file] });
  let book;
  try {
    // Packed again without compression: the library would start a worker of its
    // own to unpack a large sheet, and some browsers are forbidden to.
    const plain = zipSync(Object.fromEntries(result.names.map((name, i) => [name, files[i]!])), { level: 0 });
    book = await readBook(new Blob([plain]));
  } catch {
    throw refuse("Книга Excel не читается: файл повреждён или записан не полностью.", "Откройте его в Excel и сохраните снова как «Книга Excel (*.xlsx)» или «CSV».");
  }
  const sheets = book.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) })).filter((s) => s.rows.some((row) => row.some(Boolean)));
  if (!sheets.length) throw refuse("В книге нет ни одной заполненной ячейки.", "Проверьте, тот ли файл выбран.");
  return sheets;
}

function cellText(value: CellValue | null): string | null {
  if (value === null) return null;
  if (value instanceof Date) return Number.isNaN(+value) ? null : value.toISOString().slice(0, 10); // a sheet knows no time zone: UTC
  if (typeof value === "boolean") return value ? "да" : "нет";
  return String(value);
}
