// How much may be kept, and whether the browser may throw it away by itself.
import type { Found } from "./ability";

const enough = 500 * 1024 * 1024; // a year of a busy body with its answer files

function size(bytes: number): string {
  const gigabytes = bytes / 1024 ** 3;
  if (gigabytes >= 1) return `${gigabytes.toFixed(1).replace(".", ",")} ГБ`;
  return bytes < 1024 ** 2 ? "меньше 1 МБ" : `${Math.round(bytes / 1024 ** 2)} МБ`;
}

export async function free(): Promise<Found> {
  const told = await navigator.storage?.estimate?.();
  if (told?.quota === undefined || told.usage === undefined) return { answer: "unknown", said: "Браузер этого не говорит." };
  const left = told.quota - told.usage;
  return { answer: left >= enough ? "yes" : "no", said: `Занято ${size(told.usage)}, браузер даёт ещё ${size(left)}.` };
}

/** Asks only how it is: to ask for it would open a question of the browser. */
export async function lasting(): Promise<Found> {
  const kept = await navigator.storage?.persisted?.();
  if (kept === undefined) return { answer: "unknown", said: "Браузер этого не говорит." };
  return { answer: kept ? "yes" : "no", said: "" };
}
