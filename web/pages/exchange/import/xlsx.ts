// A workbook as rows of text. The limits stand against files made to do harm:
// what is declared is looked at before anything is unpacked, and how far the
// cells reach before the library lays them out.
import { strFromU8, unzipSync, zipSync, type Unzipped } from "fflate";
import readBook, { type CellValue } from "read-excel-file/universal";
import { CoreError } from "../../../core/errors";

/** A sheet; rows keep their places, days are yyyy-mm-dd. */
export interface BookSheet { name: string; rows: (string | null)[][] }

const megabyte = 1024 * 1024;
const most = { file: 50 * megabyte, unpacked: 300 * megabyte, ratio: 200, files: 1000, row: 1_048_576, cells: 10_000_000 };
const small = 20 * megabyte; // below it the ratio says nothing

const refuse = (text: string, hint = "Скопируйте нужные строки в новую книгу и загрузите её.") => new CoreError({ code: "refused", text, hint });

/** Reads all sheets that are not empty. Rejects with a CoreError. */
export async function readWorkbook(file: Blob): Promise<BookSheet[]> {
  if (file.size > most.file) throw refuse(`Файл больше ${most.file / megabyte} МБ.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw refuse("Это книга Excel прежнего вида (*.xls) или книга с паролем.", "Откройте её в Excel и сохраните как «Книга Excel (*.xlsx)» без пароля.");
  let book;
  try {
    // Packed again without compression: the library would start a worker of its
    // own to unpack a large sheet, and some browsers are forbidden to.
    const plain = zipSync(unpack(bytes), { level: 0 });
    book = await readBook(new Blob([plain]));
  } catch (error) {
    if (error instanceof CoreError) throw error;
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

/** Unpacks what is text, after a look at what the zip says of itself; then looks at the places of the cells. */
function unpack(bytes: Uint8Array): Unzipped {
  let unpacked = 0, files = 0;
  unzipSync(bytes, { filter: (entry) => { unpacked += entry.originalSize; files++; return false; } });
  if (files > most.files) throw refuse(`В книге больше ${most.files} частей.`);
  if (unpacked > most.unpacked) throw refuse(`В распакованном виде книга больше ${most.unpacked / megabyte} МБ.`);
  if (unpacked > small && unpacked > bytes.length * most.ratio) throw refuse(`Книга сжата больше чем в ${most.ratio} раз: так бывает только у испорченных или опасных файлов.`);
  const parts = unzipSync(bytes, { filter: (entry) => /\.(xml|rels)$/i.test(entry.name) });
  for (const [name, xml] of Object.entries(parts)) if (/worksheets\//i.test(name)) guardSheet(strFromU8(xml, true));
  return parts;
}

function guardSheet(xml: string) {
  let lastRow = 0, lastColumn = 0;
  for (const [, row] of xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g)) lastRow = Math.max(lastRow, Number(row));
  for (const [, letters = "", empty] of xml.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)\d*"[^>]*?(\/?)>/g)) {
    if (!empty) lastColumn = Math.max(lastColumn, [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0));
  }
  if (lastRow > most.row || lastRow * lastColumn > most.cells) {
    throw refuse(`Лист слишком велик: ${lastRow} строк на ${lastColumn} столбцов, а больше ${most.cells} ячеек не читается.`, "Удалите пустые строки и столбцы за таблицей или скопируйте её в новую книгу.");
  }
}
