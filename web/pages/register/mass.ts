// Changes of all chosen appeals at once. Each can be undone.
import type { MassEdit, MassRes, Questions } from "../../core/api.gen";
import { client } from "../../core/client";
import { saving } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { sayDone, stillThere } from "../../state/undo";
import { plural } from "../../text/format";

export const appeals = (n: number) => plural(n, "обращение", "обращения", "обращений");

/** An edit that changes nothing: every empty field stays as it is. */
export const noEdit: MassEdit = {
  status: "", responseDate: "", code: "", format: "", incomingDate: "", registrationDate: "", recipient: "",
  transferDate: "", transferNumber: "",
};

/** All questions of the chosen appeals. */
export const allQuestions: Questions = { status: "", code: "" };

export function preview(ids: string[], edit: MassEdit, only: Questions): Promise<MassRes> {
  return client.call("massEdit", { ids, edit, only, apply: false });
}

export async function apply(ids: string[], edit: MassEdit, only: Questions, { state }: MassRes) {
  const done = await saving(() => client.call("massEdit", { ids, edit, only, apply: true, state }));
  if (done.action) sayDone(done.action,
    `Изменено: ${appeals(done.changed)}.` + (done.errors ? ` Из них с ошибками: ${done.errors}.` : ""), "Отменить",
    done.errors ? { label: "Какие", href: "#/appeals/remarks" } : undefined);
}

/** Holds back or releases without a question, because the message has a button that undoes it. */
export async function setDraft(ids: string[], draft: boolean): Promise<boolean> {
  try {
    const done = await saving(() => client.call("massEdit",
      { ids, edit: { ...noEdit, draft }, only: allQuestions, apply: true }));
    if (done.action) sayDone(done.action, (draft ? "Отложено: " : "Снято с черновиков: ") + appeals(done.changed)
      + ".");
    else say({ text: draft ? "Все выбранные уже отложены." : "Среди выбранных нет черновиков." });
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
}

export async function remove(ids: string[]): Promise<boolean> {
  try {
    const done = await saving(() => client.call("deleteAppeals", { ids }));
    sayDone(done, `Удалено: ${appeals(ids.length)}.` + stillThere(done));
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
}
