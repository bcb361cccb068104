// «Дополнительный фильтр»: closed at first, open while a condition is set.
import type { RegisterReq } from "../../core/api.gen";
import { searchBodies, searchCodes } from "../../state/search";
import { label } from "../../text/format";
import { originOptions, statusOptions } from "../../text/options";
import { ComboboxField } from "../../ui/combobox";
import { SelectField, TextField } from "../../ui/inputs";
import { filterSet, noFilter } from "./address";

const isCode = /^[\d.\s]*$/; // typed words filter only after a code was picked

export function ArchiveFilter({ filter, onChange }: { filter: RegisterReq; onChange: (filter: RegisterReq) => void }) {
  const set = filterSet(filter);
  const change = (next: Partial<RegisterReq>) => onChange({ ...filter, ...next });
  return (
    <details class="rro-archive-filter" open={set > 0}>
      <summary>Дополнительный фильтр{set > 0 && <b>: задан, условий {set}</b>}</summary>
      <div class="rro-filters">
        <SelectField id="archive-origin" label="Тип обращений" value={filter.origin} options={originOptions}
          onChange={(origin) => change({ origin })} />
        <SelectField id="archive-status" label="Статус" value={filter.status} empty="Все" options={statusOptions}
          onChange={(status) => change({ status })} />
        <TextField id="archive-query" label="Слова" class="rro-search" type="search" value={filter.query}
          placeholder="номер, ФИО, адрес"
          onChange={(query) => change({ query })} />
        <ComboboxField id="archive-code" class="rro-search" free label={label("questions.0.code")} value={filter.code}
          placeholder="код, его начало или слова"
          onChange={(code) => { if (isCode.test(code)) change({ code: code.trim() }); }}
          onPick={(o) => change({ code: o.value })}
          search={searchCodes} nothing="Такого кода в классификаторе нет." />
        <ComboboxField id="archive-recipient" class="rro-search" free
          label={label("questions.0.transfers.0.departmentId")} value={filter.recipient}
          placeholder="наименование или GUID"
          onChange={(recipient) => change({ recipient })} onPick={(o) => change({ recipient: o.value })}
          search={searchBodies} nothing="Такого органа в «Справочниках» нет." />
        {set > 0 && <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={() => onChange(noFilter)}>Сбросить фильтр</button>}
      </div>
    </details>
  );
}
