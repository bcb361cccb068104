// The way back from a change of many appeals.
import type { ActionInfo, UndoRes } from "../core/api.gen";
import { client } from "../core/client";
import { plural } from "../text/format";
import { foreign, saving } from "./saving";
import { complain, say, toast } from "./toast";

/** Puts back what an action changed; an open card follows. */
export async function undo(id: string): Promise<UndoRes> {
  const done = await saving(() => client.call("undo", { id }));
  foreign.value++;
  if (toast.peek()?.action) toast.value = null; // its way back may be this one
  return done;
}

/** What an undo did, and what it left alone and why. */
export function undoneInWords({ undone, skipped }: UndoRes): string {
  const most = 10;
  const done = undone ? `Отменено: ${plural(undone, "обращение", "обращения", "обращений")} снова как было.` : "Ничего не отменено.";
  if (!skipped.length) return done;
  const more = skipped.length > most ? ` и ещё ${skipped.length - most}` : "";
  return `${done} Не тронуто, потому что после этого менялось: ${skipped.slice(0, most).join(", ")}${more}.`;
}

/** Says what was done to how many; the button beside it takes it back. */
export function sayDone(action: ActionInfo, text: string, label = "Отменить") {
  const run = () => void undo(action.id).then((done) => say({ text: undoneInWords(done) }), complain);
  say({ text, action: { label, run } });
}
