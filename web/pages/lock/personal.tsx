// «Персональные данные»: how much is kept, and the ways to be rid of it.
import { useState } from "preact/hooks";
import type { PersonalRes } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { plural } from "../../text/format";
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
        <button type="button" class="btn btn-sm btn-outline-danger" onClick={() => setAsked("expire")}>Удалить по сроку…</button>
        <button type="button" class="btn btn-sm btn-outline-danger" onClick={() => setAsked("wipe")}>Стереть всё…</button>
      </div>
      {asked === "expire" && <ExpireDialog onClose={() => setAsked("")} />}
      {asked === "wipe" && <WipeDialog onClose={() => setAsked("")} />}
    </section>
  );
}

function Kept({ data }: { data: PersonalRes }) {
  const rows: [string, number][] = [
    ["Обращения всех органов", data.appeals], ["Файлы ответов", data.files], ["Сформированные архивы с содержимым", data.archives],
    ["Открытые архивы", data.opened], ["Действия, которые можно отменить", data.actions], ["Журналы слияний и загрузок", data.logs],
  ];
  return (
    <>
      <table class="table table-sm rro-table" aria-labelledby="personal">
        <thead><tr><th scope="col">Что хранится</th><th scope="col">Сколько</th></tr></thead>
        <tbody>{rows.map(([what, n]) => <tr key={what}><th scope="row">{what}</th><td>{n}</td></tr>)}</tbody>
      </table>
      <p>{data.appeals ? `Записей о гражданах: ${plural(data.appeals, "обращение", "обращения", "обращений")}.` : "Записей о гражданах нет."}</p>
    </>
  );
}
