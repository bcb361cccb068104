// Deletes an appeal; the way back stays in sight for half a minute.
import type { RegisterRow } from "../../core/api.gen";
import { client } from "../../core/client";
import { saving } from "../../state/saving";
import { complain, say } from "../../state/toast";

export async function remove(row: RegisterRow) {
  const ids = [row.id];
  const name = row.number ? `Обращение ${row.number}` : "Обращение без номера";
  const restore = () => {
    saving(() => client.call("restoreAppeals", { ids })).then(() => say({ text: `${name} возвращено.` }), complain);
  };
  try {
    await saving(() => client.call("deleteAppeals", { ids }));
    document.getElementById("title")?.focus(); // the pressed button is gone
    say({ text: `${name} удалено.`, action: { label: "Вернуть", run: restore } });
  } catch (error) {
    complain(error);
  }
}
