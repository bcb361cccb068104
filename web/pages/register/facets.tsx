// How many rows each value of a filter would show, one click away. The counts
// stand here and not in the options: the names of options are a contract.
import type { RegisterRes } from "../../core/api.gen";
import { monthNames, plural, statusLabel } from "../../text/format";
import { originLabels } from "../../text/options";
import type { View } from "./view";

interface Chip {
  label: string;
  count: number;
  change: Partial<View>;
}

/** The values of the filters that are not set, the most frequent first. */
function chips(view: View, { counts, total }: RegisterRes): Chip[] {
  const list: Chip[] = [];
  if (!view.year) counts.years.forEach((c) => c.value > 0 && list.push({ label: `${c.value} год`, count: c.count, change: { year: c.value } }));
  else if (!view.month) counts.months.forEach((c) => c.value > 0 && list.push({ label: monthNames[c.value - 1]!, count: c.count, change: { month: c.value } }));
  if (!view.origin) counts.origins.forEach((c) => c.value && list.push({ label: originLabels[c.value], count: c.count, change: { origin: c.value } }));
  if (!view.status) counts.statuses.forEach((c) => c.value && list.push({ label: statusLabel(c.value), count: c.count, change: { status: c.value } }));
  return list.filter((c) => c.count > 0 && c.count < total); // what all rows share parts nothing
}

export function Facets({ view, data, onChange }: { view: View; data: RegisterRes; onChange: (change: Partial<View>) => void }) {
  const list = chips(view, data);
  if (list.length < 2) return null; // nothing to part the list by
  return (
    <div class="rro-facets" role="group" aria-label="Сколько обращений по каждому значению">
      {list.map((c) => (
        <button key={c.label} type="button" class="btn btn-sm btn-link" title={plural(c.count, "обращение", "обращения", "обращений")}
          onClick={() => onChange(c.change)}>{c.label} <span class="rro-quiet">{c.count}</span></button>
      ))}
    </div>
  );
}
