// The cards that could not be saved, on the screens where none of them stands.
import { unsaved } from "../state/draft";
import { route } from "../state/route";
import { saveState } from "../state/saving";
import { RescueButton } from "./rescue";

export function Unsaved() {
  const { level, hint } = saveState.value;
  if (level !== "bad" || (route.value.path[0] === "appeals" && route.value.path.length > 1)) return null;
  const left = unsaved();
  if (!left.length) return null;
  return (
    <div class="rro-notice rro-notice-error rro-over">
      <strong>Не сохранено:</strong>{" "}
      {left.map((a, i) => <span key={a.id}>{i > 0 && ", "}<a href={"#/appeals/" + a.id}>{a.number || "обращение без номера"}</a></span>)}. {hint}{" "}
      <div class="rro-actions"><RescueButton /></div>
    </div>
  );
}
