// The second row of filters: code, recipient, and what needs attention.
import type { RegisterRes } from "../../core/api.gen";
import { client } from "../../core/client";
import { searchBodies, searchCodes } from "../../state/search";
import { label, plural } from "../../text/format";
import { ComboboxField, type Option } from "../../ui/combobox";
import { CheckField } from "../../ui/inputs";
import { request, type View } from "./view";

export interface FiltersProps {
  view: View;
  data: RegisterRes | null;
  onChange: (change: Partial<View>) => void;
}

type Flag = "onlyErrors" | "onlyDrafts" | "notExported" | "changedSince";

const isCode = (text: string) => /^[\d.\s]*$/.test(text);

export function FurtherFilters({ view, data, onChange }: FiltersProps) {
  const counts = data?.counts;
  const check = (flag: Flag, text: string, count = 0) => (
    <div class="rro-flag">
      <CheckField id={"filter-" + flag} label={text} checked={view[flag]} onChange={(on) => onChange({ [flag]: on })} />
      {count > 0 && <span class="rro-quiet">{count}</span>}
    </div>
  );
  return (
    <>
      <ComboboxField id="filter-code" class="rro-search" free browse label={label("questions.0.code")} value={view.code}
        placeholder="код, его начало или слова"
        onChange={(code) => { if (isCode(code)) onChange({ code: code.trim() }); }}
        onPick={(o) => onChange({ code: o.value })}
        search={(text) => codeOptions(view, text)} nothing="Обращений с таким кодом нет." />
      <ComboboxField id="filter-recipient" class="rro-search" free browse
        label={label("questions.0.transfers.0.departmentId")} value={view.recipient} placeholder="наименование или GUID"
        onChange={(recipient) => onChange({ recipient })} onPick={(o) => onChange({ recipient: o.value })}
        search={recipientOptions} nothing="Такого органа в «Справочниках» нет." />
      {check("onlyErrors", "Только с ошибками", counts?.errors)}
      {check("onlyDrafts", "Только черновики", counts?.drafts)}
      {check("notExported", "Не выгружено", counts?.notExported)}
      {check("changedSince", "Изменено после выгрузки", counts?.changedSince)}
    </>
  );
}

/** Codes in use, a level below what is typed; for words, those of the classifier. */
async function codeOptions(view: View, text: string): Promise<Option[]> {
  if (!isCode(text)) return searchCodes(text);
  const { counts } = await client.call("register", { ...request(view), code: text.trim(), page: 0, size: 0 });
  return counts.codes.map((c) =>
    ({ value: c.code, name: `${c.code} ${c.title}`, detail: plural(c.count, "обращение", "обращения", "обращений") }));
}

async function recipientOptions(text: string): Promise<Option[]> {
  return (await searchBodies(text)).map((o) => ({ ...o, value: o.name }));
}
