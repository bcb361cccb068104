// What was found in each file.
import type { MergeCounts, MergePlan } from "../../../core/api.gen";

export const kinds = [
  { kind: "conflict", label: "Расходится" }, { kind: "newer", label: "В файле новее" },
    { kind: "older", label: "Здесь новее" },
  { kind: "new", label: "Новое" }, { kind: "same", label: "Совпадает" }, { kind: "outside", label: "Не берётся" },
] as const satisfies readonly { kind: keyof MergeCounts; label: string }[];

export function Sources({ plan }: { plan: MergePlan }) {
  return (
    <div class="rro-scroll">
      <table class="table table-sm rro-table rro-merge-sources" aria-label="Файлы слияния">
        <thead><tr><th scope="col">Файл</th><th scope="col">Записей</th>
          {kinds.map((k) => <th key={k.kind} scope="col">{k.label}</th>)}</tr></thead>
        <tbody>
          {plan.sources.map((s, n) => (
            <tr key={n}>
              <th scope="row">{s.name}<div class="rro-quiet">{s.about}</div>
                {s.zeros.map((words) => <div key={words}>{words}</div>)}</th>
              {s.refused
                ? <td colSpan={kinds.length + 1} class="rro-word-error">Не
                  читается: {s.refused} <span class="rro-quiet">{s.hint}</span></td>
                : <><td>{s.records}</td>
                  {kinds.map((k) => <td key={k.kind}
                    class={k.kind === "conflict" && s.counts.conflict ? "rro-word-error" : ""}>{s.counts[k.kind]
                    || "—"}</td>)}</>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
