// How many rows each value of a filter would show, one click away. The counts are not in the options of the selects,
// whose names stay the same.
import type { RegisterRes } from "../../core/api.gen";
import { monthNames, plural, statusLabel } from "../../text/format";
import { originLabels } from "../../text/options";
import type { View } from "./view";

interface Chip {
  label: string;
  count: number;
  change: Partial<View>;
}

interface Group {
  name: string;
  list: Chip[];
}

/** The values of the filters that are not set, by filter, the most frequent first. */
function groups(view: View, { counts, total }: RegisterRes): Group[] {
  const list: Group[] = [];
  const add = (name: string, all: (Chip | false)[]) => {
    // a value of all rows filters nothing
    const parting = all.filter((c): c is Chip => c !== false && c.count > 0 && c.count < total);
    if (parting.length > 1) list.push({ name, list: parting });
  };
  if (!view.year) add("Год",
    counts.years.map((c) => c.value > 0 && { label: `${c.value}`, count: c.count, change: { year: c.value } }));
  else if (!view.month) add("Месяц",
    counts.months.map((c) => c.value > 0 && { label: monthNames[c.value - 1]!, count: c.count,
      change: { month: c.value } }));
  if (!view.origin) add("Тип",
    counts.origins.map((c) => c.value !== "" && { label: originLabels[c.value], count: c.count,
      change: { origin: c.value } }));
  if (!view.status) add("Статус",
    counts.statuses.map((c) => c.value !== "" && { label: statusLabel(c.value), count: c.count,
      change: { status: c.value } }));
  return list;
}

export function Facets({ view, data, onChange }: { view: View; data: RegisterRes;
  onChange: (change: Partial<View>) => void }) {
  return (
    <>
      {groups(view, data).map(({ name, list }) => (
        <div key={name} class="rro-facets" role="group" aria-label={`${name}: сколько обращений по каждому значению`}>
          <span class="rro-facet-name">{name}:</span>
          {list.map((c) => (
            <button key={c.label} type="button" class="btn btn-sm btn-link"
              title={plural(c.count, "обращение", "обращения", "обращений")}
              onClick={() => onChange(c.change)}>{c.label} <span class="rro-quiet">{c.count}</span></button>
          ))}
        </div>
      ))}
    </>
  );
}
