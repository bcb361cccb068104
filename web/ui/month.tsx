// «Год» and «Месяц» as two selects.
import type { Month } from "../core/api.gen";
import { client } from "../core/client";
import { monthNames } from "../text/format";
import { SelectField } from "./inputs";

export const monthOptions = monthNames.map((label, i) => ({ value: i + 1, label }));

const firstYear = 2017; // the portal's section began then

/** This year and earlier ones, and other years in use. */
export function yearOptions(...more: number[]) {
  const now = Number(client.hello.value?.today.slice(0, 4)) || new Date().getFullYear();
  const years = new Set(more.filter(Boolean));
  for (let year = now; year >= firstYear; year--) years.add(year);
  return [...years].sort((a, b) => b - a).map((value) => ({ value, label: String(value) }));
}

interface MonthProps {
  id: string;
  value: Month;
  onChange: (month: Month) => void;
  empty?: string;
}

export function MonthPick({ id, value, onChange, empty }: MonthProps) {
  return (
    <div class="rro-month-pick">
      <SelectField id={id + "-year"} label="Год" value={value.year} options={yearOptions(value.year)} empty={empty}
        onChange={(year) => onChange({ ...value, year })} />
      <SelectField id={id + "-month"} label="Месяц" value={value.month} options={monthOptions} empty={empty}
        onChange={(month) => onChange({ ...value, month })} />
    </div>
  );
}
