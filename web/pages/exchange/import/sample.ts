// Workbooks that the import gives to the clerk: the sample to fill in, and the rows that stayed out. Every cell has the
// type text.
import writeXlsxFile, { type Row, type Sheet } from "write-excel-file/browser";
import { formats, statuses, tableTargets, type Need, type RefusedRowsRes } from "../../../core/api.gen";
import { download } from "../../../ui/download";
import { head, text, xlsxType } from "../../archive/xlsx";

async function hand(sheets: Sheet<Blob>[], name: string) {
  const blob = await writeXlsxFile(sheets).toBlob();
  download(new Uint8Array(await blob.arrayBuffer()), name, xlsxType);
}

// One answered direct appeal of an invented person.
const example: Record<string, string> = {
  number: "154-ОГ", isDirect: "да", format: "Другое", incomingDate: "05.10.2026", registrationDate: "06.10.2026",
  name: "Примеров Пример Примерович", address: "с. Примерное, ул. Полевая, д. 1", email: "primerov@example.com",
  "questions.*.code": "0003.0009.0097.0694", "questions.*.status": "Рассмотрено. Поддержано",
    "questions.*.responseDate": "20.10.2026", "questions.*.actionsTaken": "да",
};

const notes: Record<string, string> = {
  number: "Регистрационный номер. Строки с одним номером и датой станут одним обращением с несколькими вопросами.",
  outgoing: "Только для обращений из других органов: номер их сопроводительного документа.",
  isDirect: "да — поступило от заявителя, нет — из другого органа.",
  format: formats.map((f) => f.label).join(" или ") + ".",
  createDate: "Для обращений из других органов: дата сопроводительного документа. Все даты — дд.мм.гггг.",
  "questions.*.code": "Код из классификатора; можно с названием после кода.",
  "questions.*.status": "Один из статусов ниже или свой результат: ему выбирают статус при загрузке.",
  "questions.*.actionsTaken": "да или нет, только для «Рассмотрено. Поддержано».",
  "questions.*.transfers.*.departmentId":
    "Наименование или идентификатор (GUID) органа. Несколько органов — несколько строк.",
};

const without = ["origin", "files"]; // the sample says «да» or «нет» instead; files are no part of a table
const fields = tableTargets.filter((t) => !without.includes(t.field));

const needs: Record<Need, string> = { "": "", required: "обязательно", optional: "если есть", absent: "—" };

export async function downloadSample() {
  const titles = fields.map((t) => head(t.label));
  const list: Row[] = [[head("Столбец"), head("Что в нём")],
    ...fields.map((t) => [text(t.label), text(notes[t.field] ?? "", { wrap: true })]), [],
    [head("Статус"), head("Что означает"), head("Дата поступления"), head("Дата регистрации"), head("Дата ответа"),
      head("Меры приняты"), head("Кому направлено")],
    ...statuses.map((s) => [text(s.label), text(s.note, { wrap: true }),
      ...[s.incomingDate, s.registrationDate, s.responseDate, s.actionsTaken, s.transfer].map((n) => text(needs[n]))])];
  await hand([
    { sheet: "Обращения", data: [titles, fields.map((t) => text(example[t.field] ?? ""))],
      columns: fields.map(() => ({ width: 22 })), stickyRowsCount: 1, orientation: "landscape" },
    { sheet: "Пояснения", data: list, columns: [{ width: 40 }, { width: 70 }, ...Array(5).fill({ width: 16 })],
      orientation: "landscape" },
  ], "Образец_таблицы_РРО.xlsx");
}

export async function downloadRefused(file: string, { titles, rows }: RefusedRowsRes) {
  const data: Row[] = [titles.map(head), ...rows.map((row) => row.map((cell) => text(cell, { wrap: true })))];
  const name = file.replace(/\.[a-z]{3,4}\b/i, "").replace(/[^\p{L}\p{N}]+/gu, "_").slice(0, 60);
  await hand([{ sheet: "Не загружено", data,
    columns: titles.map((_, i) => ({ width: i === titles.length - 1 ? 80 : 22 })), stickyRowsCount: 1,
    orientation: "landscape" }], `Не_загружено_${name}.xlsx`);
}
