// One select of the reporting months that the register holds.
import type { Month } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { russianMonth } from "../../text/format";
import { SelectField } from "../../ui/inputs";
import { noFilter } from "../register/view";

const number = (m: Month) => m.year * 12 + m.month - (m.year ? 1 : 0);
const monthOf = (n: number): Month => (n ? { year: Math.floor(n / 12), month: (n % 12) + 1 } : { year: 0, month: 0 });

export function MonthFilter({ value, onChange }: { value: Month; onChange: (m: Month) => void }) {
  const { data } = useCall("register", { ...noFilter, sort: "modified", desc: true, page: 0, size: 0 });
  const options = (data?.years ?? []).flatMap((year) => Array.from({ length: 12 }, (_, i) => number({ year, month: 12 - i })));
  const chosen = number(value);
  if (chosen && !options.includes(chosen)) options.unshift(chosen);
  return (
    <SelectField id="remarks-month" label="Отчётный месяц" value={chosen} empty="Все" onChange={(n) => onChange(monthOf(n))}
      options={options.map((n) => ({ value: n, label: russianMonth(monthOf(n)) }))} />
  );
}
