// The bodies that report from here, and the way from one to another.
import type { Profile } from "../core/api.gen";
import { client } from "../core/client";
import { go, route } from "./route";
import { saving, writeAll } from "./saving";
import { complain, say } from "./toast";

export const bodyName = (profile: Profile) => profile.name || "без наименования";

let switching = false; // a list that is chosen from by letters asks with each of them

/** Makes a body the active one. What was typed is written first: it belongs to the body before. */
export async function switchBody(profile: Profile) {
  if (switching) return;
  switching = true;
  try {
    if (!(await writeAll())) return say({ text: "Орган не переключён: есть несохранённые изменения. Сохраните их и повторите.", bad: true });
    await saving(() => client.call("activateProfile", { id: profile.id }));
    const [first, id] = route.peek().path;
    if (first === "appeals" && id && id !== "remarks") go("#/appeals"); // the card is of the body before
    say({ text: `Теперь вы работаете за орган «${bodyName(profile)}».` });
  } catch (error) {
    complain(error);
  } finally {
    switching = false;
  }
}
