// Dates and spans of time in words.
import { plural } from "./format";

const genitive = [
  "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
] as const;

/** "2026-11-03" is "3 ноября". */
export function dayMonth(date: string): string {
  const [, month, day] = date.split("-").map(Number);
  return `${day} ${genitive[(month ?? 1) - 1] ?? ""}`;
}

/** "2026-11-03" is "3 ноября 2026 года". */
export function longDate(date: string): string {
  return `${dayMonth(date)} ${date.slice(0, 4)} года`;
}

/** The month before the month of a date: the one that is reported on. */
export function monthBefore(date: string): { year: number; month: number } {
  const [year = 2026, month = 1] = date.split("-").map(Number);
  return month > 1 ? { year, month: month - 1 } : { year: year - 1, month: 12 };
}

/** The time left until a due day; 0 = it is today. */
export function leftInWords(days: number, due: string): string {
  if (days < 0) return `срок сдачи истёк ${pastDay(due, -days)}`;
  if (days === 0) return `сдать сегодня, ${dayMonth(due)} — последний день`;
  const verb = days % 10 === 1 && days % 100 !== 11 ? "остался" : "осталось";
  return `${verb} ${plural(days, "день", "дня", "дней")}, сдать до ${dayMonth(due)}`;
}

const pastDay = (day: string, days: number) => `${dayMonth(day)} (${ago(days)})`;

/** "3 ноября (27 дней назад)" for a past day; "" for any other, or for "". */
export function daysPast(day: string, today: string): string {
  const days = day && today ? daysSince(day, today) : 0;
  return days > 0 ? pastDay(day, days) : "";
}

function ago(days: number): string {
  return days === 1 ? "вчера" : plural(days, "день", "дня", "дней") + " назад";
}

/** Age of a moment in calendar days: "сегодня", "вчера", "5 дней назад". */
export function ageInWords(iso: string, today: string): string {
  const days = daysSince(iso, today);
  return days <= 0 ? "сегодня" : ago(days);
}

/** The day of a moment by this computer's clock: "2026-11-03". */
export function isoDay(at: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

export function daysSince(iso: string, today: string): number {
  const at = new Date(iso);
  const [y = 0, m = 1, d = 1] = today.split("-").map(Number);
  return Math.round((Date.UTC(y, m - 1, d) - Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())) / 86_400_000);
}
