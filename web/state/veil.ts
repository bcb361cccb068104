// Words in the address go into the browser's history, on disk. While a
// passphrase guards the register they stay in memory, and a number stands for
// them in the address.
import { guarded } from "./lock";

const words: string[] = [];
const mark = "~";

export function veil(text: string): string {
  if (!text || !guarded.peek()) return text;
  let at = words.indexOf(text);
  if (at < 0) at = words.push(text) - 1;
  return mark + at;
}

/** What stood for words before the page was loaded anew is nothing now. */
export function unveil(text: string): string {
  return guarded.peek() && text.startsWith(mark) ? words[Number(text.slice(1))] ?? "" : text;
}
