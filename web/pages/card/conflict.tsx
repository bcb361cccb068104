// What to do when a save was refused: another tab changed the record, or the store failed. What was typed stays on the
// screen.
import { client } from "../../core/client";
import type { Draft } from "../../state/draft";
import { complain } from "../../state/toast";
import { RescueButton } from "../../ui/rescue";

export function Conflict({ draft }: { draft: Draft }) {
  const error = draft.error.value;
  if (!error || error.code === client.trouble.value?.code) return null; // a notice above the screen shows it
  return (
    <div role="alert" class="rro-problem">
      <strong>{error.text}</strong> {error.hint}
      <div class="rro-actions">
        {error.code === "conflict" ? (
          <>
            <button type="button" class="btn btn-sm btn-primary"
              onClick={() => void draft.load()}>Показать сохранённое там</button>
            <button type="button" class="btn btn-sm btn-outline-primary"
              onClick={() => void draft.overwrite().catch(complain)}>Записать то, что здесь</button>
          </>
        ) : (
          <>
            <button type="button" class="btn btn-sm btn-primary"
              onClick={() => void draft.retry()}>Сохранить ещё раз</button>
            <RescueButton />
          </>
        )}
      </div>
    </div>
  );
}
