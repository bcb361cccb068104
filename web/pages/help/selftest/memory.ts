// Whether data outlive the browser: each check leaves the day it was done, and
// a later start of the program looks for it.
import type { Found } from "./ability";
import { dateTime } from "../../../text/format";
import { withTable } from "./database";

interface Mark { at: string; page: string }

// One start of the program: a mark of the same start proves nothing.
const page = String(Math.random());

export async function alive(): Promise<Found> {
  const mark = await withTable<Mark | undefined>((store) => store.get("mark"));
  if (!mark || mark.page === page) return { answer: "unknown", said: mark ? "Проверка уже была, но программу с тех пор не закрывали." : "Это первая проверка." };
  return { answer: "yes", said: `Запись прошлой проверки, ${dateTime(mark.at)}, на месте.` };
}

/** Leaves the mark for the next start, unless this start has left it. */
export async function remember(): Promise<void> {
  const mark: Mark = { at: new Date().toISOString(), page };
  await withTable((store) => store.put(mark, "mark")).catch(() => undefined); // refused: the table says so already
}
