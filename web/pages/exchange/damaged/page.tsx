// «Повреждённые записи»: records that did not come back from the storage as they were written, and what can be done
// about each.
import { useState } from "preact/hooks";
import type { DamagedRow, MendWay } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { useCall } from "../../../state/load";
import { saving } from "../../../state/saving";
import { complain, say } from "../../../state/toast";
import { dateTime, fileSize } from "../../../text/format";
import { Dialog } from "../../../ui/dialog";
import { download } from "../../../ui/download";
import { Answered, Empty, Notice, Title } from "../../../ui/page";
import { Back } from "../back";

export function DamagedPage() {
  const damaged = useCall("damaged", {});
  const [removing, setRemoving] = useState<DamagedRow | null>(null);
  const mend = async (row: DamagedRow, way: MendWay) => {
    setRemoving(null);
    try {
      await saving(() => client.call("mend", { row: idOf(row), way }));
      await client.refresh();
      say({ text: way === "remove" ? "Повреждённая запись удалена." : "Запись возвращена." });
    } catch (problem) {
      complain(problem);
    }
  };
  return (
    <>
      <Title text="Повреждённые записи" aside={<Back />} />
      <Answered of={damaged}>{({ rows }) => rows.length === 0 ? <Empty>Повреждённых записей нет.</Empty> : (
        <>
          {rows.some((row) => row.failing) && (
            <Notice level="warning">На отмеченных записях в самой программе происходит ошибка. Они целы, лежат на месте
              и попадают в резервную копию. Сделайте копию и
              сообщите разработчикам: в исправленной версии такие записи вернутся в реестр сами. «Сохранить остаток в
              файл» даст запись, которую можно им показать.</Notice>
          )}
          {rows.some((row) => !row.failing) && <Notice level="info">Эти записи прочитаны с диска не такими, какими были
            записаны: обычно виноват диск или внезапное выключение. Программа их отложила,
            остальное работает. Надёжнее всего вернуть запись из резервной
            копии: <a href="#/exchange/merge">«Объединить с файлами коллег»</a> возьмёт из неё то, чего здесь не
            хватает. «Принять как читается» вернёт запись такой, какой она прочиталась: сверьте её с документом. Файл с
            остатком передайте администратору.</Notice>}
          <table class="table table-sm rro-table" aria-label="Повреждённые записи">
            <thead><tr><th scope="col">Откуда</th><th scope="col">Что читается</th><th scope="col">Осталось</th>
              <th scope="col">Что сделать</th></tr></thead>
            <tbody>{rows.map((row) => <Row key={row.table + row.key + row.kept} row={row} mend={mend}
              remove={() => setRemoving(row)} />)}</tbody>
          </table>
        </>
      )}</Answered>
      {removing && (
        <Dialog title="Удалить повреждённую запись?" onClose={() => setRemoving(null)}>
          <p>{titleOf(removing)}. Вернуть её после этого можно будет только из резервной копии.</p>
          <div class="rro-dialog-actions">
            <button type="button" class="btn btn-sm btn-danger"
              onClick={() => void mend(removing, "remove")}>Удалить навсегда</button>
            <button type="button" class="btn btn-sm btn-outline-secondary"
              onClick={() => setRemoving(null)}>Отмена</button>
          </div>
        </Dialog>
      )}
    </>
  );
}

const idOf = ({ table, key, kept }: DamagedRow) => ({ table, key, kept });
const titleOf = (row: DamagedRow) => (row.number || row.name ? [row.number, row.name].filter(Boolean).join(", ")
  : "Запись " + row.key);

function Row({ row, mend, remove }: { row: DamagedRow; mend: (row: DamagedRow, way: MendWay) => Promise<void>;
  remove: () => void }) {
  const save = async () => {
    try {
      const { result, files } = await client.call("damagedFile", idOf(row));
      download(files[0]!, result.name, "text/plain");
    } catch (problem) {
      complain(problem);
    }
  };
  const button = (text: string, run: () => void, look = "primary") => <button type="button"
    class={"btn btn-sm btn-outline-" + look} aria-label={`${text}: ${titleOf(row)}`} onClick={run}>{text}</button>;
  return (
    <tr>
      <td>{row.what}{row.kept && ", из восстановленной копии"}</td>
      <th scope="row">{titleOf(row)}
        {row.failing ? <div class="rro-quiet">цела, но программа на ней ошибается</div> : !row.readable
          && <div class="rro-quiet">{row.earlier ? "последнее изменение не читается" : "не читается"}</div>}</th>
      <td class="rro-nowrap">{fileSize(row.bytes)}</td>
      <td>
        <div class="rro-actions">
          {row.earlier && button(`Вернуть состояние до изменения ` +
            `${dateTime(row.earlier)}`, () => void mend(row, "earlier"))}
          {row.readable && button("Принять как читается", () => void mend(row, "asRead"))}
          {row.bytes > 0 && button("Сохранить остаток в файл", () => void save())}
          {button("Удалить", remove, "danger")}
        </div>
      </td>
    </tr>
  );
}
