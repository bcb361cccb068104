// What to do when a write of the profile was refused. What was typed stays on the screen.
import { complain } from "../../state/toast";
import type { ProfileDraft } from "./draft";

export function Conflict({ draft }: { draft: ProfileDraft }) {
  const error = draft.error.value;
  if (!error) return null;
  const conflict = error.code === "conflict";
  const button = (text: string, mine: boolean, kind: string) => (
    <button type="button" class={"btn btn-sm btn-" + kind}
      onClick={() => void draft.resolve(mine).catch(complain)}>{text}</button>
  );
  return (
    <div role="alert" class="rro-problem">
      <strong>{error.text}</strong> {error.hint}
      <div class="rro-actions">
        {conflict && button("Показать сохранённое там", false, "primary")}
        {button(conflict ? "Записать то, что здесь" : "Сохранить ещё раз", true,
          conflict ? "outline-primary" : "primary")}
      </div>
    </div>
  );
}
