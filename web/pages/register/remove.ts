// Deletes an appeal; the way back stays in sight for half a minute.
import type { RegisterRow } from "../../core/api.gen";
import { client } from "../../core/client";
import { saving } from "../../state/saving";
import { complain, say } from "../../state/toast";

export async function remove(row: RegisterRow) {
  const name = row.number ? `Обращение ${row.number}` : "Обращение без номера";
  const restore = (id: string) => {
    saving(() => client.call("undo", { id })).then(() => say({ text: `${name} возвращено.` }), complain);
  };
  try {
    const { id } = await saving(() => client.call("deleteAppeals", { ids: [row.id] }));
    document.getElementById("title")?.focus(); // the pressed button is gone
    say({ text: `${name} удалено.`, action: { label: "Вернуть", run: () => restore(id) } });
  } catch (error) {
    complain(error);
  }
}
