// «Настройка выгрузки»: mode, period and filter under a name. The core says which days a setting means today.
import { useState } from "preact/hooks";
import type { Preset } from "../../core/api.gen";
import { client } from "../../core/client";
import { useCall } from "../../state/load";
import { replaceHash } from "../../state/route";
import { saving } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { SelectField } from "../../ui/inputs";
import { askedHash, noFilter, tidy, type Asked } from "./address";
import { SavePreset } from "./preset";

async function remove(preset: Preset) {
  const back = () => void saving(() => client.call("savePreset", { preset: { ...preset, id: "", rev: 0 } }))
    .catch(complain);
  await saving(() => client.call("deletePreset", { id: preset.id }));
  say({ text: `Условия «${preset.name}» удалены. Сформированные по ним архивы остались.`,
    action: { label: "Вернуть", run: back } });
}

export function Presets({ asked }: { asked: Asked }) {
  const { data } = useCall("presets", {});
  const [picked, setPicked] = useState("");
  const [naming, setNaming] = useState(false);
  const rows = data?.presets ?? [];
  const hash = askedHash(tidy(asked));
  const target = (row: (typeof rows)[number]) =>
    askedHash(tidy({ ...row.today, filter: row.today.filter ?? noFilter }));
  // After a change it is no longer the setting.
  const same = rows.filter((row) => target(row) === hash);
  const current = same.find((row) => row.preset.id === picked) ?? same[0];
  return (
    <div class="rro-presets">
      {rows.length > 0 && (
        <SelectField id="archive-preset" label="Сохранённые условия" value={current?.preset.id ?? ""} empty="не выбраны"
          options={rows.map(({ preset }) => ({ value: preset.id, label: preset.name }))}
          onChange={(id) => {
            const row = rows.find((r) => r.preset.id === id);
            setPicked(id);
            if (row) replaceHash(target(row));
          }} />
      )}
      <button type="button" class="btn btn-sm btn-outline-secondary"
        onClick={() => setNaming(true)}>Сохранить условия выгрузки…</button>
      {current && (
        <button type="button" class="btn btn-sm btn-link rro-danger-link" title={current.preset.name}
          onClick={() => void remove(current.preset).catch(complain)}>Удалить условия</button>
      )}
      {naming && <SavePreset asked={asked} presets={rows.map((row) => row.preset)} onClose={() => setNaming(false)}
        onSaved={(row) => { setPicked(row.preset.id); replaceHash(target(row)); }} />}
    </div>
  );
}
