// Saves a setting under a name. Its period is fixed, or counted from the day on which the setting is used.
import { useState } from "preact/hooks";
import { presetPeriods, type Preset, type PresetPeriod, type PresetRow } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { wrote } from "../../state/saving";
import { say } from "../../state/toast";
import { russianDate, russianMonth } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { errorFindings } from "../../ui/error";
import { SelectField, TextField } from "../../ui/inputs";
import { Problem } from "../../ui/page";
import { modeInfo, request, tidy, type Asked } from "./address";

const fold = (name: string) => name.trim().toLowerCase().replaceAll("ё", "е");

interface Props {
  asked: Asked;
  presets: readonly Preset[];
  onClose: () => void;
  onSaved: (row: PresetRow) => void; // with the days that it means today
}

export function SavePreset({ asked, presets, onClose, onSaved }: Props) {
  const periods = presetPeriods.filter((p) => p.modes.includes(asked.mode));
  const [name, setName] = useState("");
  const [period, setPeriod] = useState<PresetPeriod>(asked.from && asked.to ? "fixed" : periods[0]!.period);
  const [error, setError] = useState<CoreError | null>(null);
  const taken = error?.code === "name" ? presets.find((p) => fold(p.name) === fold(name)) : undefined;
  const save = async (over?: Preset) => {
    try {
      const { presets: now } = await client.call("savePreset",
        { preset: { id: over?.id ?? "", rev: over?.rev ?? 0, name, period, plan: request(tidy(asked)) } });
      wrote();
      onClose();
      const saved = now.find((row) => fold(row.preset.name) === fold(name));
      if (saved) onSaved(saved);
      say({ text: `Условия «${name.trim()}» сохранены и выбраны.` });
    } catch (problem) {
      setError(asCoreError(problem));
    }
  };
  return (
    <Dialog title="Сохранить условия выгрузки" onClose={onClose}>
      <form onSubmit={(e) => { e.preventDefault(); void save(); }}>
        <TextField id="preset-name" label="Название" required value={name} maxLength={120}
          onChange={(text) => { setName(text); setError(null); }}
          findings={error?.code === "name" ? errorFindings(error, "preset-name")
            : []} hint={`Запомнятся: «${modeInfo(asked.mode).label}», период и дополнительный фильтр.`} />
        {periods.length > 1 && (
          <SelectField id="preset-period" label="Какой период подставлять" value={period} onChange={setPeriod}
            findings={error?.code === "period" ? errorFindings(error, "preset-period") : []}
            options={periods.map((p) =>
            ({ value: p.period, label: p.period === "fixed" ? `${p.label}: ${periodWords(asked)}` : p.label }))} />
        )}
        <Problem error={error && error.code !== "name" && error.code !== "period" ? error : null} />
        <div class="rro-dialog-actions">
          {taken && <button type="button" class="btn btn-sm btn-outline-primary"
            onClick={() => void save(taken)}>Заменить прежние</button>}
          <button type="submit" class="btn btn-sm btn-primary">Сохранить</button>
          <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onClose}>Не сохранять</button>
        </div>
      </form>
    </Dialog>
  );
}

function periodWords({ mode, month, from, to }: Asked): string {
  return modeInfo(mode).period === "month" ? russianMonth(month)
    : `с ${russianDate(from) || "…"} по ${russianDate(to) || "…"}`;
}
