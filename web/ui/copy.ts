// Puts text on the clipboard. navigator.clipboard does not exist on plain http.
import { say } from "../state/toast";

/** Reports whether it worked. */
export async function copyQuietly(text: string): Promise<boolean> {
  return navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true, () => byHand(text)) : byHand(text);
}

export async function copyText(text: string) {
  const done = await copyQuietly(text);
  say(done ? { text: `Скопировано: ${text}` }
    : { text: "Браузер не дал скопировать. Выделите код мышью и нажмите Ctrl+C.", bad: true });
}

function byHand(text: string): boolean {
  const box = document.createElement("textarea");
  const back = document.activeElement as HTMLElement | null;
  box.value = text;
  box.className = "visually-hidden";
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  back?.focus();
  return done;
}
