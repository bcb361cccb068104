// How values look to a Russian reader.
import { fields, statuses, type Month, type Status } from "../core/api.gen";

export const monthNames = [
  "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
] as const;

/** "2026-10-09" is 09.10.2026; any other text stays. */
export function russianDate(date: string): string {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  return m ? `${m[3]}.${m[2]}.${m[1]}` : date;
}

export function russianMonth(m: Month): string {
  const name = monthNames[m.month - 1];
  return name ? `${name} ${m.year}` : "не определён";
}

/** "10.2026", for a narrow column. */
export function shortMonth(m: Month): string {
  return m.month ? `${two(m.month)}.${m.year}` : "";
}

const two = (n: number) => String(n).padStart(2, "0");

export function time(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

export function dateTime(iso: string): string {
  const at = new Date(iso);
  return `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()} ` +
    `${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} Б`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} КБ`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} МБ`;
}

/** plural(5, "обращение", "обращения", "обращений") is "5 обращений". */
export function plural(n: number, one: string, few: string, many: string): string {
  const tens = Math.abs(n) % 100, units = tens % 10;
  const word = tens > 10 && tens < 20 ? many : units === 1 ? one : units > 1 && units < 5 ? few : many;
  return `${n} ${word}`;
}

const labels = new Map(fields.map((f) => [f.path, f.label]));

/** The label of a field path; indexes in it do not matter. */
export function label(path: string): string {
  return labels.get(path.replace(/\.\d+(?=\.|$)/g, ".*")) ?? path;
}

const statusLabels = new Map<Status, string>(statuses.map((s) => [s.status, s.label]));

export function statusLabel(status: Status): string {
  return statusLabels.get(status) ?? (status || "—");
}

/** The label of a field with its place: «Вопрос 2, получатель 1: Орган-получатель». */
export function fieldName(path: string): string {
  const [, question, recipient] = /^questions\.(\d+)(?:\.transfers\.(\d+))?/.exec(path) ?? [];
  if (question === undefined) return label(path);
  const place = `Вопрос ${Number(question) + 1}` +
    (recipient === undefined ? "" : `, получатель ${Number(recipient) + 1}`);
  return `${place}: ${label(path)}`;
}
