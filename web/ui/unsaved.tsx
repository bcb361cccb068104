// Links to the cards that could not be saved, on all other screens.
import { client } from "../core/client";
import { unsaved } from "../state/draft";
import { route } from "../state/route";
import { refused } from "../state/saving";
import { RescueButton } from "./rescue";

export function Unsaved() {
  const error = refused.value, [section, id] = route.value.path;
  if (!error || client.state.value.phase !== "ready" || (section === "appeals" && id && id !== "remarks")) return null;
  const left = unsaved();
  if (!left.length) return null;
  return (
    <div class="rro-notice rro-notice-error rro-over">
      <strong>Не сохранено:</strong>{" "}
      {left.map((a, i) => <span key={a.id}>{i > 0 && ", "}
        <a href={"#/appeals/" + a.id}>{a.number || "обращение без номера"}</a></span>)}. {error.hint}{" "}
      <div class="rro-actions"><RescueButton /></div>
    </div>
  );
}
