// How much may be stored, and whether the browser may delete it by itself.
import type { Found } from "./found";

const enough = 500 * 1024 * 1024; // a year of a busy body with its answer files

function size(bytes: number): string {
  const gigabytes = bytes / 1024 ** 3;
  if (gigabytes >= 1) return `${gigabytes.toFixed(1).replace(".", ",")} ГБ`;
  return bytes < 1024 ** 2 ? "меньше 1 МБ" : `${Math.round(bytes / 1024 ** 2)} МБ`;
}

export async function free(): Promise<Found> {
  const told = await navigator.storage?.estimate?.();
  if (told?.quota === undefined || told.usage === undefined)
    return { answer: "unknown", said: "Браузер этого не говорит." };
  const left = told.quota - told.usage;
  return { answer: left >= enough ? "yes" : "no", said: `Занято ${size(told.usage)}, браузер даёт ещё ${size(left)}.` };
}

/** Only asks for the state: a request for it would make the browser ask the clerk. */
export async function lasting(): Promise<Found> {
  const kept = await navigator.storage?.persisted?.();
  if (kept === undefined) return { answer: "unknown", said: "Браузер этого не говорит." };
  return { answer: kept ? "yes" : "no", said: "" };
}
