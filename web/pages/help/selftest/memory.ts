// Whether data outlive the browser: each check stores its time, and a later start of the program looks for it.
import type { Found } from "./found";
import { dateTime } from "../../../text/format";
import { withTable } from "./database";

interface Mark { at: string; page: string }

// Identifies this start of the program: a mark of the same start proves nothing.
const page = String(Math.random());

export async function alive(): Promise<Found> {
  const mark = await withTable<Mark | undefined>((store) => store.get("mark"));
  if (!mark || mark.page === page) return { answer: "unknown",
    said: mark ? "Проверка уже была, но программу с тех пор не закрывали." : "Это первая проверка." };
  return { answer: "yes", said: `Запись прошлой проверки, ${dateTime(mark.at)}, на месте.` };
}

/** Stores the mark for the next start. */
export async function remember(): Promise<void> {
  const mark: Mark = { at: new Date().toISOString(), page };
  // the table already shows that the browser refuses
  await withTable((store) => store.put(mark, "mark")).catch(() => undefined);
}
