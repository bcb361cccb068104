// The searches behind the comboboxes.
import type { FrequentCode, Hit } from "../core/api.gen";
import { client } from "../core/client";
import type { Option } from "../ui/combobox";

/** Codes for words; for an empty query, favourites and frequent codes. */
export async function searchCodes(query: string): Promise<Option[]> {
  if (!query.trim()) return usualCodes();
  const { hits } = await client.call("searchCodes", { query, limit: 30 });
  return byTheme(hits).map(hitOption);
}

async function usualCodes(): Promise<Option[]> {
  const { favourites, frequent } = await client.call("frequentCodes", {});
  const option = (group: string) => (f: FrequentCode): Option =>
    ({ value: f.code, name: f.code + " " + f.title, detail: f.path, group });
  return [...favourites.map(option("Избранные")), ...frequent.map(option("Частые в этом реестре"))];
}

/** So many of the best hits keep their places; the others are grouped by theme. */
const best = 5;

export function byTheme(hits: Hit[]): Hit[] {
  const rest = new Map<string, Hit[]>();
  for (const hit of hits.slice(best)) {
    const theme = themeOf(hit);
    rest.set(theme, [...(rest.get(theme) ?? []), hit]);
  }
  return [...hits.slice(0, best), ...[...rest.values()].flat()];
}

/** The titles of the parents down to the theme, which are the first three. */
export function themeOf(hit: { path: string }): string {
  return hit.path.split(" › ").slice(0, 3).join(" › ");
}

/** Why a code was found, in words; "" = the title shows it. */
export function whyFound(hit: Hit): string {
  if (hit.chosen) return `вы выбирали его для слов: ${hit.chosen}`;
  return [hit.phrase && `например: «${hit.phrase}»`, hit.usual && "часто выбирают"].filter(Boolean).join("; ");
}

function hitOption(h: Hit): Option {
  const question = h.path.split(" › ")[3]; // of a подвопрос
  return { value: h.code, name: h.code + " " + h.title, detail: question, why: whyFound(h), group: themeOf(h) };
}

export async function searchBodies(query: string): Promise<Option[]> {
  const { bodies } = await client.call("searchBodies", { query });
  return bodies.map((b) => ({ value: b.name + " " + b.departmentId, name: b.name, detail: b.departmentId }));
}
