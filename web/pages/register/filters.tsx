// РРО's own filters first (month, year, type), then status and words.
import { statuses, type Origin, type Status } from "../../core/api.gen";
import { SelectField, TextField } from "../../ui/inputs";
import { monthOptions } from "../../ui/month";
import { isFiltered, type View } from "./view";

const origins: readonly { value: Origin; label: string }[] = [
  { value: "", label: "Все" }, { value: "direct", label: "Поступившие напрямую" }, { value: "forwarded", label: "Поступившие из других органов" },
];
const statusOptions: { value: Status; label: string }[] = statuses.map((s) => ({ value: s.status, label: s.label }));

interface FiltersProps {
  view: View;
  years: readonly number[];
  onChange: (change: Partial<View>) => void;
  onReset: () => void;
}

export function Filters({ view, years, onChange, onReset }: FiltersProps) {
  const known = view.year && !years.includes(view.year) ? [view.year, ...years] : years;
  return (
    <div class="rro-filters" role="search" aria-label="Отбор обращений">
      <SelectField id="filter-year" label="Год" value={view.year} empty="Все" options={known.map((value) => ({ value, label: String(value) }))}
        onChange={(year) => onChange({ year })} />
      <SelectField id="filter-month" label="Месяц" value={view.month} empty="Все" options={monthOptions} onChange={(month) => onChange({ month })} />
      <SelectField id="filter-origin" label="Тип обращений" value={view.origin} options={origins} onChange={(origin) => onChange({ origin })} />
      <SelectField id="filter-status" label="Статус" value={view.status} empty="Все" options={statusOptions} onChange={(status) => onChange({ status })} />
      <TextField id="filter-query" label="Поиск" type="search" class="rro-search" value={view.query}
        placeholder="номер, ФИО, адрес, код" onChange={(query) => onChange({ query })} />
      {isFiltered(view) && <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onReset}>Сбросить фильтры</button>}
    </div>
  );
}
