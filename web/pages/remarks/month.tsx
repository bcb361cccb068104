// One select of the reporting months that the register holds.
import type { Month, MonthCount } from "../../core/api.gen";
import { russianMonth } from "../../text/format";
import { SelectField } from "../../ui/inputs";

const number = (m: Month) => m.year * 12 + m.month - (m.year ? 1 : 0);
const monthOf = (n: number): Month => (n ? { year: Math.floor(n / 12), month: (n % 12) + 1 } : { year: 0, month: 0 });

interface MonthFilterProps {
  value: Month;
  months: readonly MonthCount[]; // with appeals, newest first
  onChange: (m: Month) => void;
}

export function MonthFilter({ value, months, onChange }: MonthFilterProps) {
  const options = months.map(({ month }) => number(month));
  const chosen = number(value);
  if (chosen && !options.includes(chosen)) options.unshift(chosen);
  return (
    <SelectField id="remarks-month" label="Отчётный месяц" value={chosen} empty="Все"
      onChange={(n) => onChange(monthOf(n))}
      options={options.map((n) => ({ value: n, label: russianMonth(monthOf(n)) }))} />
  );
}
