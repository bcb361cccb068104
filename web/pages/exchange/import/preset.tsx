// Saved settings of columns.
import type { TableInfo } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { useCall } from "../../../state/load";
import { wrote } from "../../../state/saving";
import { complain, say } from "../../../state/toast";
import { SelectField } from "../../../ui/inputs";
import { remap } from "./state";

export function PresetPick({ info }: { info: TableInfo }) {
  const presets = useCall("tablePresets", {}).data?.presets ?? [];
  if (!presets.length) return null;
  const current = presets.find((p) => p.name === info.preset);
  const remove = async (id: string, name: string) => {
    try {
      await client.call("deleteTablePreset", { id });
      wrote();
      await remap(info.mapping);
      say({ text: `Настройка «${name}» удалена. Загруженные по ней обращения остались.` });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <>
      <SelectField id="table-preset" label="Настройка столбцов" value={current?.id ?? ""} empty="не выбрана"
        options={presets.map((p) => ({ value: p.id, label: p.name }))}
        onChange={(id) => { if (id) void remap(info.mapping, id); }} />
      {current && <button type="button" class="btn btn-sm btn-link rro-danger-link" title={current.name}
        onClick={() => void remove(current.id, current.name)}>Удалить настройку</button>}
    </>
  );
}
