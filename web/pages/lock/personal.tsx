// «Персональные данные»: how much is stored, and the ways to delete it.
import { useState } from "preact/hooks";
import type { PersonalRes } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { Answered } from "../../ui/page";
import { ExpireDialog } from "./expire";
import { WipeDialog } from "./wipe";

export function PersonalTile() {
  const kept = useCall("personal", {});
  const [asked, setAsked] = useState<"" | "expire" | "wipe">("");
  return (
    <section class="rro-tile" aria-labelledby="personal">
      <h2 id="personal">Персональные данные на этом компьютере</h2>
      <Answered of={kept}>{(data) => <Kept data={data} />}</Answered>
      <div class="rro-actions">
        <button type="button" class="btn btn-sm btn-outline-danger"
          onClick={() => setAsked("expire")}>Удалить по сроку…</button>
        <button type="button" class="btn btn-sm btn-outline-danger"
          onClick={() => setAsked("wipe")}>Стереть всё…</button>
      </div>
      {asked === "expire" && <ExpireDialog onClose={() => setAsked("")} />}
      {asked === "wipe" && <WipeDialog onClose={() => setAsked("")} />}
    </section>
  );
}

function citizens({ appeals, inOpened, rest, archives, actions, logs }: PersonalRes): string {
  if (appeals + inOpened) return `Обращений граждан: ${appeals + inOpened}${inOpened ? `, из них в открытых архивах: ` +
    `${inOpened}` : ""}.`;
  return rest + archives + actions + logs
    ? "Обращений граждан в реестрах нет, но их данные есть там, где в таблице не ноль." : "Данных о гражданах нет.";
}

function Kept({ data }: { data: PersonalRes }) {
  const rows: [string, number][] = [
    ["Обращения всех органов", data.appeals], ["Обращения в открытых архивах", data.inOpened],
      ["Файлы ответов", data.files],
    ...(data.rest ? [["Прочие файлы: непрочитанные записи, файлы удалённых обращений", data.rest] as [string, number]]
      : []), ["Сформированные архивы с содержимым", data.archives],
    ["Открытые архивы", data.opened], ["Действия, которые можно отменить", data.actions],
      ["Журналы слияний и загрузок", data.logs],
  ];
  return (
    <>
      <table class="table table-sm rro-table" aria-labelledby="personal">
        <thead><tr><th scope="col">Что хранится</th><th scope="col">Сколько</th></tr></thead>
        <tbody>{rows.map(([what, n]) => <tr key={what}><th scope="row">{what}</th><td>{n}</td></tr>)}</tbody>
      </table>
      <p>{citizens(data)}</p>
    </>
  );
}
