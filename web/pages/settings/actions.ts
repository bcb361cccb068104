// Adding, choosing and removing bodies.
import type { Profile } from "../../core/api.gen";
import { client } from "../../core/client";
import { saving, wrote } from "../../state/saving";
import { complain, say } from "../../state/toast";
import type { ProfileDraft } from "./draft";

const empty: Profile = { id: "", rev: 0, name: "", departmentId: "", personId: "", personName: "", position: "", closedAccess: false };

/** A new body becomes the active one: its form is what is to be filled now. */
export async function addBody(draft: ProfileDraft) {
  try {
    await draft.flush();
    const { profile } = await saving(() => client.call("saveProfile", { profile: empty }));
    await saving(() => client.call("activateProfile", { id: profile.id }));
    say({ text: "Орган добавлен. Заполните его профиль; у него свой реестр и свои архивы." });
  } catch (error) {
    complain(error);
  }
}

export async function activate(draft: ProfileDraft, profile: Profile) {
  try {
    await draft.flush();
    await saving(() => client.call("activateProfile", { id: profile.id }));
    say({ text: `Теперь вы работаете за орган «${profile.name || "без наименования"}».` });
  } catch (error) {
    complain(error);
  }
}

/** The core refuses the last body and one with appeals; that is no failed save. */
export async function remove(profile: Profile) {
  try {
    await client.call("deleteProfile", { id: profile.id });
    wrote();
    const back = () => void saving(() => client.call("saveProfile", { profile: { ...profile, rev: 0 } })).catch(complain);
    say({ text: `Орган «${profile.name || "без наименования"}» удалён.`, action: { label: "Вернуть", run: back } });
  } catch (error) {
    complain(error);
  }
}
