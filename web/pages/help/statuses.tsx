// The ten statuses and what each of them needs, from the core's own table.
import { statuses, type Need, type StatusInfo } from "../../core/api.gen";

const needs: Record<string, string> = { required: "нужно", optional: "можно", absent: "—" };
const columns: readonly { label: string; get: (s: StatusInfo) => Need }[] = [
  { label: "Дата поступления", get: (s) => s.incomingDate },
    { label: "Дата регистрации", get: (s) => s.registrationDate },
  { label: "Дата ответа", get: (s) => s.responseDate }, { label: "Меры приняты", get: (s) => s.actionsTaken },
  { label: "Файл ответа", get: (s) => s.attachment }, { label: "Кому направлено", get: (s) => s.transfer },
];

export function Statuses() {
  return (
    <div class="rro-scroll" tabIndex={0} role="region" aria-label="Таблица статусов">
      <table class="table table-sm rro-table rro-last-wide" aria-labelledby="statuses">
        <thead>
          <tr><th scope="col">Статус</th>{columns.map((c) => <th key={c.label} scope="col">{c.label}</th>)}
            <th scope="col">Когда ставят</th></tr>
        </thead>
        <tbody>
          {statuses.map((s) => (
            <tr key={s.status}>
              <th scope="row">{s.label}</th>
              {columns.map((c) => <td key={c.label} class={c.get(s) === "required" ? "rro-needed" : "rro-quiet"}>
                {needs[c.get(s)] ?? "—"}</td>)}
              <td>{s.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
