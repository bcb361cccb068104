// Applies the certain fixes of a rule. The message has the button that undoes them.
import type { FixRemarksReq } from "../../core/api.gen";
import { client } from "../../core/client";
import { saving } from "../../state/saving";
import { complain } from "../../state/toast";
import { sayDone } from "../../state/undo";
import { plural } from "../../text/format";

export async function fix(req: FixRemarksReq, what: string) {
  try {
    const action = await saving(() => client.call("fixRemarks", req));
    document.getElementById("title")?.focus(); // the pressed button was removed
    sayDone(action, `Исправлено: ${plural(action.count, "обращение", "обращения", "обращений")}. ${what}`);
  } catch (error) {
    complain(error);
  }
}
