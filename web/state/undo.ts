// The way back from a change of many appeals.
import type { ActionInfo, UndoRes } from "../core/api.gen";
import { client } from "../core/client";
import { plural } from "../text/format";
import { foreign, wrote } from "./saving";
import { complain, say, toast, type Toast } from "./toast";

/** Puts back what an action changed; an open card follows. */
export async function undo(id: string): Promise<UndoRes> {
  // An action that is gone was undone already: nothing of it waits to be saved.
  const done = await client.call("undo", { id });
  wrote();
  foreign.value++;
  if (toast.peek()?.action) toast.value = null; // its way back may be this one
  return done;
}

/** What an undo did, and what it left alone and why. */
export function undoneInWords({ undone, zeros, skipped }: UndoRes): string {
  const most = 10;
  const parts = [
    undone && `Действие отменено для ${plural(undone, "обращения", "обращений", "обращений")}.`,
    zeros && `Из журнала убрано: ${plural(zeros, "нулевой отчёт", "нулевых отчёта", "нулевых отчётов")}.`,
  ].filter(Boolean);
  const done = parts.length ? parts.join(" ") : "Ничего не отменено.";
  if (!skipped.length) return done;
  const more = skipped.length > most ? ` и ещё ${skipped.length - most}` : "";
  return `${done} Не тронуто, потому что после этого менялось: ${skipped.slice(0, most).join(", ")}${more}.`;
}

/** What a deletion here leaves on the portal. */
export function stillThere({ sent }: ActionInfo): string {
  if (!sent) return "";
  return ` Уже выгружались: ${plural(sent, "обращение", "обращения", "обращений")}. На портале они останутся, пока их не удалят в самом разделе РРО.`;
}

/** Says what was done to how many; the button beside it takes it back. */
export function sayDone(action: ActionInfo, text: string, label = "Отменить", link?: Toast["link"]) {
  const run = () => void undo(action.id).then((done) => say({ text: undoneInWords(done) }), complain);
  say({ text, link, action: { label, run } });
}
