// The peer of the register: plain arrays in the page over idb, with what is
// looked for and sorted by worked out once, when the records are read.
import { database } from "./peerdb.mjs";
import { statuses } from "../../../web/core/api.gen";

const labels = new Map(statuses.map((row) => [row.status, row.label]));
const fold = (text) => text.toLowerCase().replaceAll("ё", "е");
const collator = new Intl.Collator("ru", { numeric: true });

let rows = [];
let orders = new Map(); // by column: the rows in its order

function rowOf(text) {
  const appeal = JSON.parse(text);
  const words = [appeal.name, appeal.number, appeal.address, appeal.email];
  for (const q of appeal.questions) {
    words.push(q.code, labels.get(q.status) ?? "");
    for (const t of q.transfers ?? []) words.push(t.departmentName, t.transferNumber);
  }
  return { appeal, text: fold(words.join("\n")), month: monthOf(appeal) };
}

const monthOf = (appeal) => {
  const day = appeal.isDirect ? appeal.incomingDate : appeal.createDate;
  return Number.isNaN(Date.parse(day)) ? "" : day.slice(0, 7);
};

/** Reads everything; the list stands as it is shown first, newest first. */
export async function load() {
  rows = (await (await database()).getAll("appeals")).map(rowOf);
  orders = new Map();
  return view({});
}

const columns = {
  modified: (a, b) => (a.appeal.modified < b.appeal.modified ? -1 : a.appeal.modified > b.appeal.modified ? 1 : 0),
  number: (a, b) => collator.compare(a.appeal.number, b.appeal.number),
  name: (a, b) => collator.compare(a.appeal.name, b.appeal.name),
  incomingDate: (a, b) => (a.appeal.incomingDate < b.appeal.incomingDate ? -1
    : a.appeal.incomingDate > b.appeal.incomingDate ? 1 : 0),
  statuses: (a, b) => collator.compare(a.appeal.questions[0].status, b.appeal.questions[0].status),
};

/** A page of the register. */
export function view({ year = 0, month = 0, origin = "", status = "", code = "", query = "", sort = "modified",
  desc = true }) {
  const when = year ? String(year) + (month ? "-" + String(month).padStart(2, "0") : "") : "";
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = order(sort).filter(
    (row) =>
      (!when || row.month.startsWith(when)) &&
      (!origin || row.appeal.isDirect === (origin === "direct")) &&
      (!status || row.appeal.questions.some((q) => q.status === status)) &&
      (!code || row.appeal.questions.some((q) => q.code === code || q.code.startsWith(code + "."))) &&
      words.every((word) => row.text.includes(word)),
  );
  const shown = (desc ? found.slice(-50).reverse() : found.slice(0, 50)).map((row) => row.appeal);
  return { total: found.length, rows: shown.length };
}

/** Sorted once for each column, as ours is. */
function order(column) {
  if (!orders.has(column)) orders.set(column, [...rows].sort(columns[column]));
  return orders.get(column);
}
