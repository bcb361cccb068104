// The clerk's place in the program: hash routes, so that Back works on file://.
import { computed, signal } from "@preact/signals";

const hash = signal(location.hash);

/** The address that the screen is drawn for. The browser's own may be newer: its event comes later. */
export const address = computed(() => hash.value);

addEventListener("hashchange", () => (hash.value = location.hash));

/** "#/appeals/123?year=2026" is {path: ["appeals", "123"], query}. */
export const route = computed(() => readRoute(hash.value));

export function readRoute(hash: string): { path: string[]; query: URLSearchParams } {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { path: path.split("/").filter(Boolean).map(decoded), query: new URLSearchParams(query) };
}

/** A typed address may have a bare «%», which cannot be decoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function go(target: string) {
  location.hash = target;
}

/** Changes the address without a step in the history: filters, typed words. */
export function replaceHash(target: string) {
  history.replaceState(null, "", target);
  hash.value = target;
}
