// What a loaded directory has settled: appeals had a body or a code by name only, and now have its identifier.
import type { MatchedRes } from "../core/api.gen";
import { plural } from "../text/format";
import { wrote } from "./saving";
import { say } from "./toast";
import { sayDone } from "./undo";

/** In words; "" = nothing. */
function matchedInWords({ recipients, codes, several }: MatchedRes): string {
  const most = 3;
  const parts = [
    recipients && `У ${plural(recipients, "получателя", "получателей", "получателей")} найден идентификатор.`,
    codes && `У ${plural(codes, "вопроса", "вопросов", "вопросов")} найден код.`,
    several.length && `Несколько органов с одним наименованием, выберите нужный в карточке: ` +
      `${several.slice(0, most).map((n) => `«${n}»`).join(", ")}${several.length > most ? ` и ещё ${several.length -
      most}` : ""}.`,
  ];
  return parts.filter(Boolean).join(" ");
}

/** Shows what was done and what it settled, with the button that undoes the latter. */
export function sayMatched(text: string, matched: MatchedRes) {
  const all = [text, matchedInWords(matched)].filter(Boolean).join(" ");
  if (!matched.action) return say({ text: all });
  wrote();
  sayDone(matched.action, all, "Отменить подстановку");
}
