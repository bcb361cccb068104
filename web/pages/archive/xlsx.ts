// The protocol as a workbook. Every text has the type text, so that a number like "=1+1" never becomes a formula.
import writeXlsxFile, { type CellObject, type Row, type Sheet } from "write-excel-file/browser";
import type { Archive, Column, Protocol, Table } from "../../core/api.gen";
import { dateTime, russianDate } from "../../text/format";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Printing: the whole width on one page, as many pages as the rows need. */
const onePageWide = {
  files: { transform: { "xl/worksheets/sheet{id}.xml": {
    transform: (xml: string) => xml.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
    transformElementAttributes: (tag: string, attributes: Record<string, string | number>) =>
    (tag === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes),
  } } },
};

const font = { fontFamily: "Arial", fontSize: 10 }; // every system has it or a substitute
const headHeight = 54; // points: four lines of a narrow column's title

const most = 32_767; // characters that a cell may hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // XML 1.0 has no way to write these
const iso = /^(\d{4})-(\d\d)-(\d\d)$/;

export const text = (value: string, more: Partial<CellObject> = {}): CellObject =>
  ({ type: String, value: value.replace(unwritable, "").slice(0, most), alignVertical: "top", ...more });

export const head = (title: string): CellObject =>
  text(title, { fontWeight: "bold", wrap: true, backgroundColor: "#e4e9f0", bottomBorderStyle: "thin",
    alignVertical: "center", height: headHeight });

function cell(column: Column, value: string): CellObject | null {
  if (!value) return null;
  const day = column.kind === "date" ? iso.exec(value) : null;
  // A sheet has no time zone: the library counts days in UTC. Without the Russian locale in the format LibreOffice
  // shows day and month in its own order.
  if (day) return { type: Date, value: new Date(Date.UTC(+day[1]!, +day[2]! - 1, +day[3]!)),
    format: "[$-419]dd.mm.yyyy", align: "left", alignVertical: "top" };
  if (column.kind === "date") return text(value.split("; ").map(russianDate).join("; "), { wrap: true });
  return text(value, column.kind === "mark" ? { align: "center" } : { wrap: true });
}

const rows = (table: Table): Row[] => [table.columns.map((c) => head(c.title)),
  ...table.rows.map((r) => table.columns.map((c, i) => cell(c, r[i] ?? "")))];

/** Tables below each other, each with its title; an empty one has a remark. */
const stack = (tables: Table[]): Row[] =>
  tables.flatMap((table) => [[text(table.title, { fontWeight: "bold" })],
    ...(table.rows.length ? rows(table) : [[text("Нет.")]]), []]);

const widest = (tables: Table[]) => {
  const widths: number[] = [];
  for (const { columns } of tables) columns.forEach((c, i) => (widths[i] = Math.max(widths[i] ?? 0, c.width)));
  return widths.map((width) => ({ width }));
};

/** One table as a workbook of one sheet. */
export async function tableFile(table: Table): Promise<Uint8Array<ArrayBuffer>> {
  const top: Row[] = [[text(table.title, { fontWeight: "bold" })]];
  const blob = await writeXlsxFile([{ sheet: "Таблица", data: [...top, ...rows(table)], columns: widest([table]),
    stickyRowsCount: top.length + 1, orientation: "landscape" }]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

export async function protocolFile(archive: Archive, protocol: Protocol): Promise<Uint8Array<ArrayBuffer>> {
  // The notes for the first sheet; the others are on the last one.
  const top: Row[] = [
    [text(`${protocol.title}. ${archive.profile.name}`, { fontWeight: "bold" })],
    [text(`Период: ${archive.period}. Сформирован ${dateTime(archive.created)}, ${archive.profile.personName}`)],
    [text(archive.parts.map((p) => `${p.name}, SHA-256 ${p.sha256}`).join("; "))],
    [text(protocol.note, { fontStyle: "italic" })],
  ];
  const out = [protocol.leftOut, protocol.filesOut];
  const about: Row[] = [...protocol.head.map(([name = "", value = ""]) =>
    [text(name, { fontWeight: "bold" }), text(value, { wrap: true })]), [], ...stack([protocol.filesIn])];
  const sheets: Sheet<Blob>[] = [
    { sheet: "Вошло", data: [...top, ...rows(protocol.table)], columns: widest([protocol.table]),
      stickyRowsCount: top.length + 1, orientation: "landscape" },
    { sheet: "Не вошло", data: stack(out), columns: widest(out), orientation: "landscape" },
    { sheet: "Об архиве", data: about, columns: [{ width: 26 }, { width: 90 }, { width: 40 }, { width: 14 }],
      orientation: "landscape" },
  ];
  const blob = await writeXlsxFile(sheets, { ...font, features: [onePageWide] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
