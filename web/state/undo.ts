// Undoes a change of many appeals.
import type { ActionInfo, UndoRes } from "../core/api.gen";
import { client } from "../core/client";
import { plural } from "../text/format";
import { foreign, wrote } from "./saving";
import { complain, say, toast, type Toast } from "./toast";

/** Undoes an action; an open card shows the result. */
export async function undo(id: string): Promise<UndoRes> {
  // No [saving]: an action that does not exist any more is no failed save.
  const done = await client.call("undo", { id });
  wrote();
  foreign.value++;
  if (toast.peek()?.action) toast.value = null; // its button may be for this very action
  return done;
}

/** What an undo changed, what it did not change, and why. */
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

/** Says that a deletion here does not delete on the portal. */
export function stillThere({ sent }: ActionInfo): string {
  if (!sent) return "";
  return ` Уже выгружались: ${plural(sent, "обращение", "обращения", "обращений")}. ` +
    `На портале они останутся, пока их не удалят в самом разделе РРО.`;
}

/** Shows what was done, with a button that undoes it. */
export function sayDone(action: ActionInfo, text: string, label = "Отменить", link?: Toast["link"]) {
  const run = () => void undo(action.id).then((done) => say({ text: undoneInWords(done) }), complain);
  say({ text, link, action: { label, run } });
}
