// The columns of the register and their cells.
import type { ComponentChildren } from "preact";
import type { RegisterRow, SortKey } from "../../core/api.gen";
import { dateTime, russianDate, shortMonth, statusLabel } from "../../text/format";
import { EachQuestion, Exported, Remarks } from "./cells";

export interface Column {
  key: string;
  label: string;
  head?: ComponentChildren; // the label with break points, where it is wider than the cells
  sort: SortKey;
  cell: (row: RegisterRow) => ComponentChildren;
  shown?: boolean; // by default
  nowrap?: boolean;
}

/** All columns but the number, which is always shown. */
export const columns: readonly Column[] = [
  { key: "month", label: "Месяц", sort: "month", shown: true, nowrap: true,
    cell: (row) => (row.month.month ? shortMonth(row.month) : <span class="rro-quiet">не определён</span>) },
  { key: "createDate", label: "Дата документа", nowrap: true, sort: "createDate",
    cell: (row) => russianDate(row.createDate) },
  { key: "incoming", label: "Поступило", sort: "incomingDate", shown: true,
    cell: (row) => russianDate(row.incomingDate) },
  { key: "registered", label: "Зарегистрировано", head: <><span aria-hidden="true">Рег. дата</span>
    <span class="visually-hidden">Зарегистрировано</span></>, sort: "registrationDate", shown: true,
      cell: (row) => russianDate(row.registrationDate) },
  { key: "name", label: "ФИО", sort: "name", shown: true, cell: (row) => row.name },
  { key: "codes", label: "Коды", sort: "codes", shown: true,
    cell: (row) => <EachQuestion row={row} rest show={(q) => q.code && <span class="rro-code">{q.code}</span>} /> },
  { key: "statuses", label: "Статусы", sort: "statuses", shown: true, nowrap: true,
    cell: (row) => <EachQuestion row={row} show={(q) => statusLabel(q.status)} /> },
  { key: "recipients", label: "Органы-получатели", sort: "recipients",
    cell: (row) => row.recipients.map((name, i) => <div key={i}>{name}</div>) },
  { key: "findings", label: "Замечания", sort: "findings", shown: true, nowrap: true,
    cell: (row) => <Remarks row={row} /> },
  { key: "exported", label: "Архив", sort: "exported", shown: true, cell: (row) => <Exported row={row} /> },
  { key: "modified", label: "Изменено", sort: "modified", nowrap: true, cell: (row) => dateTime(row.modified) },
];

export const defaultColumns: readonly string[] = columns.filter((c) => c.shown).map((c) => c.key);
