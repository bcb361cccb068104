// РРО's own filters first (month, year, type), then status and words; the rest
// in a second row that is open while any of it is set.
import { useState } from "preact/hooks";
import { statuses, type Origin, type RegisterRes, type Status } from "../../core/api.gen";
import { SelectField, TextField } from "../../ui/inputs";
import { monthOptions } from "../../ui/month";
import { counted } from "./counted";
import { FurtherFilters } from "./further";
import { furtherSet, isFiltered, type View } from "./view";

const origins: readonly { value: Origin; label: string }[] = [
  { value: "", label: "Все" }, { value: "direct", label: "Поступившие напрямую" }, { value: "forwarded", label: "Поступившие из других органов" },
];
const statusOptions: { value: Status; label: string }[] = statuses.map((s) => ({ value: s.status, label: s.label }));
const unknown = { value: -1, label: "не определён" }; // the month: neither date is there

export interface FiltersProps {
  view: View;
  data: RegisterRes | null;
  onChange: (change: Partial<View>) => void;
}

export function Filters({ view, data, onChange, onReset }: FiltersProps & { onReset: () => void }) {
  const [asked, setAsked] = useState(false);
  const counts = data?.counts;
  const years = [...new Set([view.year, ...(data?.years ?? [])])].filter((year) => year > 0).sort((a, b) => b - a);
  const lost = (list: { value: number }[] | undefined, chosen: number) => (chosen === -1 || list?.some((c) => c.value === -1) ? [unknown] : []);
  const set = furtherSet(view), open = asked || set > 0;
  return (
    <div role="search" aria-label="Отбор обращений">
      <div class="rro-filters">
        <SelectField id="filter-year" label="Год" value={view.year} empty="Все" onChange={(year) => onChange({ year })}
          options={counted([...years.map((value) => ({ value, label: String(value) })), ...lost(counts?.years, view.year)], counts?.years)} />
        <SelectField id="filter-month" label="Месяц" value={view.month} empty="Все" onChange={(month) => onChange({ month })}
          options={counted([...monthOptions, ...lost(counts?.months, view.month)], counts?.months)} />
        <SelectField id="filter-origin" label="Тип обращений" value={view.origin} options={counted(origins, counts?.origins)} onChange={(origin) => onChange({ origin })} />
        <SelectField id="filter-status" label="Статус" value={view.status} empty="Все" options={counted(statusOptions, counts?.statuses)}
          onChange={(status) => onChange({ status })} />
        <TextField id="filter-query" label="Поиск" type="search" class="rro-search" value={view.query}
          placeholder="номер, ФИО, адрес, код" onChange={(query) => onChange({ query })} />
        {!set && <button type="button" class="btn btn-sm btn-link" aria-expanded={open} aria-controls="further" onClick={() => setAsked(!asked)}>Ещё фильтры</button>}
        {isFiltered(view) && <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onReset}>Сбросить фильтры</button>}
      </div>
      <div id="further" class="rro-filters rro-further" hidden={!open}>{open && <FurtherFilters view={view} data={data} onChange={onChange} />}</div>
    </div>
  );
}
