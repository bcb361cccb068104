// The browser keeps addresses in its history, on disk. While a passphrase protects the register, typed words stay in
// memory, and the address has a number instead of them.
import { guarded } from "./lock";

const words: string[] = [];
const mark = "~";

export function veil(text: string): string {
  if (!text || !guarded.peek()) return text;
  let at = words.indexOf(text);
  if (at < 0) at = words.push(text) - 1;
  return mark + at;
}

/** After a reload the numbers of before mean nothing. */
export function unveil(text: string): string {
  return guarded.peek() && text.startsWith(mark) ? words[Number(text.slice(1))] ?? "" : text;
}
