// «Добавить орган»: nothing is stored until the body has a name.
import { useState } from "preact/hooks";
import type { Profile } from "../../core/api.gen";
import type { CoreError } from "../../core/errors";
import { writeAll } from "../../state/autosave";
import { say } from "../../state/toast";
import { Dialog } from "../../ui/dialog";
import { TextField } from "../../ui/inputs";
import { Problem } from "../../ui/page";
import { addBody } from "./actions";

export function AddBody({ active }: { active: Profile | undefined }) {
  const [asking, setAsking] = useState(false);
  return (
    <p class="rro-settings-add">
      Отчитываетесь отсюда и за другой орган?{" "}
      <button type="button" class="btn btn-sm btn-outline-primary"
        onClick={() => setAsking(true)}>Добавить орган</button>
      {asking && <Ask active={active} onClose={() => setAsking(false)} />}
    </p>
  );
}

function Ask({ active, onClose }: { active: Profile | undefined; onClose: () => void }) {
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<CoreError | null>(null);
  const add = async () => {
    if (!name.trim()) return setMissing(true);
    try {
      if (!(await writeAll())) {
        say({ text: "Орган не добавлен: есть несохранённые изменения. Сохраните их и повторите.", bad: true });
        return onClose();
      }
      await addBody(name, active);
      onClose();
    } catch (problem) {
      setError(problem as CoreError);
    }
  };
  const id = "body-name";
  return (
    <Dialog title="Добавить орган" onClose={onClose}>
      <form onSubmit={(e) => { e.preventDefault(); void add(); }}>
        <TextField id={id} label="Наименование нового органа" required value={name}
          onChange={(text) => { setName(text); setMissing(false); }}
          findings={missing ? [{ rule: "", level: "error", field: id, text: "Наименование не указано.",
          hint: "Впишите его, чтобы отличать орган от других." }] : []}
          hint={"У нового органа будут свои профиль, реестр и архивы. Прежние данные останутся; между органами " +
          "переключает список вверху страницы."} />
        <Problem error={error} />
        <div class="rro-dialog-actions">
          <button type="submit" class="btn btn-sm btn-primary">Добавить</button>
          <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onClose}>Отмена</button>
        </div>
      </form>
    </Dialog>
  );
}
