// The bodies that report from this computer, and the switch between them.
import type { Profile } from "../core/api.gen";
import { client } from "../core/client";
import { writeAll } from "./autosave";
import { go, route } from "./route";
import { saving } from "./saving";
import { complain, say } from "./toast";

export const bodyName = (profile: Profile) => profile.name || "без наименования";

let switching = false; // a select that is operated by letters fires a change for each letter

/** Makes a body the active one, after what was typed for the old one is written. */
export async function switchBody(profile: Profile) {
  if (switching) return;
  switching = true;
  try {
    if (!(await writeAll()))
      return say({ text: "Орган не переключён: есть несохранённые изменения. Сохраните их и повторите.", bad: true });
    await saving(() => client.call("activateProfile", { id: profile.id }));
    const [first, id] = route.peek().path;
    if (first === "appeals" && id && id !== "remarks") go("#/appeals"); // the card belongs to the old body
    say({ text: `Теперь вы работаете за орган «${bodyName(profile)}».` });
  } catch (error) {
    complain(error);
  } finally {
    switching = false;
  }
}
