// The second row of filters: code, recipient, and what wants a look.
import { searchCodes } from "../../state/search";
import { label } from "../../text/format";
import { ComboboxField } from "../../ui/combobox";
import { CheckField, TextField } from "../../ui/inputs";
import type { FiltersProps } from "./filters";

export function FurtherFilters({ view, onChange }: FiltersProps) {
  return (
    <>
      <ComboboxField id="filter-code" class="rro-search" free label={label("questions.0.code")} value={view.code} placeholder="начало кода, например 0003.0009"
        onChange={(code) => onChange({ code })} onPick={(o) => onChange({ code: o.value })} search={searchCodes} nothing="Такого кода в классификаторе нет." />
      <TextField id="filter-recipient" class="rro-search" label={label("questions.0.transfers.0.departmentId")} value={view.recipient} onChange={(recipient) => onChange({ recipient })} />
      <CheckField id="filter-errors" label="Только с ошибками" checked={view.onlyErrors} onChange={(onlyErrors) => onChange({ onlyErrors })} />
      <CheckField id="filter-drafts" label="Только черновики" checked={view.onlyDrafts} onChange={(onlyDrafts) => onChange({ onlyDrafts })} />
      <CheckField id="filter-new" label="Не выгружено" checked={view.notExported} onChange={(notExported) => onChange({ notExported })} />
      <CheckField id="filter-changed" label="Изменено после выгрузки" checked={view.changedSince} onChange={(changedSince) => onChange({ changedSince })} />
    </>
  );
}
