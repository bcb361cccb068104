// Appeals whose code or recipient changes with a directory.
import type { AffectedAppeal } from "../../core/api.gen";

export function Affected({ list, all }: { list: readonly AffectedAppeal[]; all: number }) {
  if (!all) return null;
  return (
    <>
      <h3>Затронутые обращения: {all}</h3>
      <p class="rro-quiet">Они останутся как есть и читаются по-прежнему; проверьте, не нужен ли другой код или
        получатель.</p>
      <ul class="rro-affected" aria-label="Затронутые обращения">
        {list.map((a) => <li key={a.id + a.what}><a href={"#/appeals/" + a.id}>{a.number}</a>: {a.what}</li>)}
        {all > list.length && <li>и ещё {all - list.length}</li>}
      </ul>
    </>
  );
}
