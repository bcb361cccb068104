// Reads a workbook as cells of text, as a person sees them. The core has already checked it against the limits and
// unpacked it: what it sends is small enough for the page.
import { zipSync } from "fflate";
import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { CoreError } from "../../../core/errors";

/** A sheet with its non-empty cells, as the core takes them. */
export interface BookSheet { name: string; cells: Cells }
interface Cells { rows: number[]; columns: number[]; texts: string[] }

const refuse = (text: string, hint: string) => new CoreError({ code: "refused", text, hint });

let drawn = 0;

/** Lets the page draw and react between two long pieces of work. */
async function breathe() {
  if (performance.now() - drawn < 100) return;
  await new Promise((painted) => setTimeout(painted, 30));
  drawn = performance.now();
}

/** Reads the sheets that have cells, visible ones first. Throws a CoreError. */
export async function readBook(names: string[], files: Uint8Array[]): Promise<BookSheet[]> {
  const sheets = await sheetsOf(await open(names, files), names[0] === "book5.xls" ? fromBytes : (text) => text);
  if (!sheets.length) throw refuse("В книге нет ни одной заполненной ячейки.", "Проверьте, тот ли файл выбран.");
  return sheets;
}

async function open(names: string[], files: Uint8Array[]): Promise<WorkBook> {
  try {
    await breathe();
    // The core has unpacked the parts; the library wants a zip.
    const data = names.length === 1 ? files[0]! : zipSync(Object.fromEntries(names.map((name, i) => [name, files[i]!])),
      { level: 0 });
    await breathe(); // the library blocks the page while it reads a book
    // Only ODS stores how a cell looks; for other formats the library would compute it for every cell.
    return read(data, { type: "array", dense: true, cellNF: true, cellText: names.includes("content.xml"),
      cellFormula: false, cellHTML: false });
  } catch {
    throw refuse("Книга не читается: файл повреждён или записан не полностью.",
      "Откройте её в той программе, где она создана, и сохраните снова как «Книга Excel (*.xlsx)» или «CSV».");
  }
}

async function sheetsOf(book: WorkBook, decode: (text: string) => string): Promise<BookSheet[]> {
  const shown: BookSheet[] = [], hidden: BookSheet[] = [];
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name], meta = book.Workbook?.Sheets?.[i];
    if (sheet?.["!type"] && sheet["!type"] !== "sheet") continue; // a chart, a dialog, a macro
    await breathe();
    const cells = cellsOf(sheet, !!book.Workbook?.WBProps?.date1904, decode);
    if (!sheet) shown.push({ name: name + " (не прочитан)", cells });
    else if (cells.texts.length) meta?.Hidden ? hidden.push({ name: name + " (скрытый)", cells })
      : shown.push({ name, cells });
  }
  await breathe();
  return [...shown, ...hidden];
}

function cellsOf(sheet: WorkSheet | undefined, date1904: boolean, decode: (text: string) => string): Cells {
  const cells: Cells = { rows: [], columns: [], texts: [] };
  (sheet?.["!data"] ?? []).forEach((row, r) => row?.forEach((cell, c) => {
    const text = cellText(cell, date1904);
    if (!text) return;
    cells.rows.push(r);
    cells.columns.push(c);
    cells.texts.push(cell.t === "s" ? decode(text) : text);
  }));
  return cells;
}

// Error values by their numbers in the format; the core translates them.
const errors: Record<number, string> = {
  0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

function cellText(cell: CellObject, date1904: boolean): string {
  switch (cell.t) {
    case "s": return String(cell.v ?? "");
    case "b": return cell.v ? "да" : "нет";
    case "e": return errors[cell.v as number] ?? "#REF!";
    case "n": return numberText(cell, cell.v as number, date1904);
    case "z": return "";
    default: return String(cell.v ?? ""); // a type that no program should write
  }
}

/** A day as people write it; a number as the clerk sees it when its format adds to the digits. */
function numberText(cell: CellObject, n: number, date1904: boolean): string {
  if (!Number.isFinite(n)) return "#VALUE!";
  const format = cell.z === undefined ? "General" : String(cell.z);
  if (n >= 1 && isDate(format)) {
    const day = SSF.parse_date_code(n, { date1904 });
    if (day) return [String(day.d).padStart(2, "0"), String(day.m).padStart(2, "0"),
      String(day.y).padStart(4, "0")].join(".");
  }
  const plain = String(Number(n.toPrecision(15)));
  if (cell.w === undefined && format === "General") return plain;
  const seen = (cell.w ?? formatted(format, n)).trim();
  return /^0\d/.test(seen) || /[^\d\s.,%E+-]|\d-/.test(seen) ? seen : plain; // 0694, 154-ОГ
}

const longestFormat = 255; // letters, as in Excel

function formatted(format: string, n: number): string {
  if (format.length > longestFormat) return "";
  try {
    return String(SSF.format(format, n));
  } catch {
    return ""; // no format at all
  }
}

const dates = new Map<string, boolean>();

function isDate(format: string): boolean {
  const is = dates.get(format) ?? (format.length <= longestFormat && SSF.is_date(format));
  dates.set(format, is);
  return is;
}

const windows1251 = new TextDecoder("windows-1251");

/** Excel up to 5.0 wrote one byte for each letter, in a Russian encoding; the library decodes them as Latin-1. */
function fromBytes(text: string): string {
  return text.replace(/[\x80-\xff]+/g,
    (letters) => windows1251.decode(Uint8Array.from(letters, (l) => l.charCodeAt(0))));
}
