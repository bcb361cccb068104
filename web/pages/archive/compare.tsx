// «Сравнить архивы»: what was added, removed and changed, field by field. The stored files are compared: what counts is
// what was sent, not what the register has now.
import { useState } from "preact/hooks";
import type { Archive, Comparison, Named } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { dateTime, fieldName, russianDate } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { SelectField } from "../../ui/inputs";
import { Answered, Notice } from "../../ui/page";

export function Compare({ archives, onClose }: { archives: readonly Archive[]; onClose: () => void }) {
  const [b, setB] = useState(archives[0]!.id); // the newest is first
  const [a, setA] = useState(() => before(archives).id);
  const compared = useCall("compareArchives", { a, b });
  const options = archives.map((row) =>
    ({ value: row.id, label:
      `${dateTime(row.created)}, ${row.period}, обращений ${row.count}: ${row.parts[0]!.name}` }));
  return (
    <Dialog title="Сравнить архивы" onClose={onClose} wide>
      <div class="rro-compare-pick">
        <SelectField id="compare-a" label="Прежний архив" value={a} options={options} onChange={setA} />
        <SelectField id="compare-b" label="Новый архив" value={b} options={options} onChange={setB} />
      </div>
      <div aria-live="polite" class="rro-tall"><Answered
        of={compared}>{(data) => data.a.id === a && data.b.id === b
          && <Result comparison={data.comparison} />}</Answered></div>
      <div class="rro-dialog-actions"><button type="button" class="btn btn-sm btn-outline-secondary"
        onClick={onClose}>Закрыть</button></div>
    </Dialog>
  );
}

/** What to compare the newest with: the last one of the same kind and period. */
function before([newest, ...rest]: readonly Archive[]): Archive {
  return rest.find((row) => row.mode === newest!.mode && row.period === newest!.period) ?? rest[0]!;
}

function Result({ comparison: { added, gone, changed, same } }: { comparison: Comparison }) {
  if (!added.length && !gone.length && !changed.length)
    return <Notice level="ok">Содержание одинаковое, обращений: {same}.</Notice>;
  return (
    <>
      <p><b>Только в новом: {added.length}. Только в прежнем: {gone.length}. Изменилось: {changed.length}.</b> Без
        изменений: {same}.</p>
      <Names title="Только в новом" list={added} />
      <Names title="Только в прежнем" list={gone} />
      {changed.length > 0 && <h3>Изменилось</h3>}
      {changed.length > 0 && (
        <table class="table table-sm rro-table" aria-label="Что изменилось">
          <thead><tr><th scope="col">Обращение</th><th scope="col">Поле</th><th scope="col">Было</th>
            <th scope="col">Стало</th></tr></thead>
          {changed.map((row, n) => (
            <tbody key={n}>
              {row.changes.map((change, i) => (
                <tr key={change.field}>
                  {i === 0 && <th scope="rowgroup" rowSpan={row.changes.length}>{row.number || "без номера"}
                    <div class="rro-quiet">{row.name}</div></th>}
                  <td>{fieldName(change.field)}</td><td class="rro-was">{value(change.from)}</td>
                  <td>{value(change.to)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </>
  );
}

const value = (text: string) => (text ? russianDate(text) : "—");

function Names({ title, list }: { title: string; list: readonly Named[] }) {
  if (!list.length) return null;
  return <><h3>{title}</h3><ul class="rro-protocol">
    {list.map((row, i) => <li key={i}><b>{row.number || "без номера"}</b> {row.name}</li>)}</ul></>;
}
