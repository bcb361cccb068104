// The filters of РРО (month, year, type), then status and words. The others are in a second row, which is open while
// one of them is set.
import { useState } from "preact/hooks";
import { originOptions, statusOptions } from "../../text/options";
import { SelectField, TextField } from "../../ui/inputs";
import { monthOptions } from "../../ui/month";
import { Facets } from "./facets";
import { FurtherFilters, type FiltersProps } from "./further";
import { furtherSet, isFiltered } from "./view";

const unknown = { value: -1, label: "не определён" }; // a month without either date

export function Filters({ view, data, onChange, onReset }: FiltersProps & { onReset: () => void }) {
  const [asked, setAsked] = useState<boolean | null>(null); // null: the clerk has not chosen
  const counts = data?.counts;
  const years = [...new Set([view.year, ...(data?.years ?? [])])].filter((year) => year > 0).sort((a, b) => b - a);
  const lost = (list: { value: number }[] | undefined, chosen: number) =>
    (chosen === -1 || list?.some((c) => c.value === -1) ? [unknown] : []);
  const set = furtherSet(view), open = asked ?? set > 0;
  return (
    <div role="search" aria-label="Отбор обращений">
      <div class="rro-filters">
        <SelectField id="filter-year" label="Год" value={view.year} empty="Все" onChange={(year) => onChange({ year })}
          options={[...years.map((value) => ({ value, label: String(value) })), ...lost(counts?.years, view.year)]} />
        <SelectField id="filter-month" label="Месяц" value={view.month} empty="Все"
          onChange={(month) => onChange({ month })}
          options={[...monthOptions, ...lost(counts?.months, view.month)]} />
        <SelectField id="filter-origin" label="Тип обращений" value={view.origin} options={originOptions}
          onChange={(origin) => onChange({ origin })} />
        <SelectField id="filter-status" label="Статус" value={view.status} empty="Все" options={statusOptions}
          onChange={(status) => onChange({ status })} />
        <TextField id="filter-query" label="Поиск" type="search" class="rro-search" value={view.query}
          placeholder="номер, ФИО, адрес, код" onChange={(query) => onChange({ query })} />
        <button type="button" class="btn btn-sm btn-link" aria-expanded={open} aria-controls="further"
          onClick={() => setAsked(!open)}>
          <span aria-hidden="true">{open ? "▾" : "▸"}</span> Ещё фильтры{set > 0 && ` (задано ${set})`}</button>
        {isFiltered(view) && <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={onReset}>Сбросить фильтры</button>}
      </div>
      <div id="further" class="rro-filters rro-further" hidden={!open}>
        {open && <FurtherFilters view={view} data={data} onChange={onChange} />}</div>
      {data && <Facets view={view} data={data} onChange={onChange} />}
    </div>
  );
}
