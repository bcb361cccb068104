// Replaces a loaded directory by the built-in one.
import { useState } from "preact/hooks";
import type { Pack, ResetPackRes } from "../../core/api.gen";
import { client } from "../../core/client";
import { wrote } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { Dialog } from "../../ui/dialog";
import { Affected } from "./affected";

export function Reset({ pack }: { pack: Pack }) {
  const [stands, setStands] = useState<ResetPackRes | null>(null);
  const reset = async (confirmed: boolean) => {
    try {
      const res = await client.call("resetPack", { key: pack.key, confirmed });
      setStands(res.done ? null : res);
      if (!res.done) return;
      await client.refresh();
      wrote();
      say({ text: pack.kind === "bodies" ? "Загруженный справочник органов убран. Внесённые вами органы остались."
        : `${pack.label}: действует встроенный.` });
    } catch (problem) {
      complain(problem);
    }
  };
  return (
    <>
      <button type="button" class="btn btn-sm btn-link" onClick={() => void reset(false)}>
        {pack.kind === "bodies" ? "Убрать загруженный" : "Вернуть встроенный"}<span
          class="visually-hidden">: {pack.label}</span>
      </button>
      {stands && (
        <Dialog title="Вернуть встроенный классификатор?" onClose={() => setStands(null)} wide>
          <p>Во встроенной редакции нет кодов, которые уже стоят в обращениях: такие обращения перестанут проходить
            проверку.</p>
          <div class="rro-scroll rro-tall" tabIndex={0}><Affected list={stands.affected} all={stands.allHit} /></div>
          <div class="rro-dialog-actions">
            <button type="button" class="btn btn-sm btn-danger"
              onClick={() => void reset(true)}>Вернуть встроенный</button>
            <button type="button" class="btn btn-sm btn-outline-secondary"
              onClick={() => setStands(null)}>Отмена</button>
          </div>
        </Dialog>
      )}
    </>
  );
}
