// Adding, choosing and removing bodies.
import type { Profile } from "../../core/api.gen";
import { client } from "../../core/client";
import { saving, wrote } from "../../state/saving";
import { bodyName, switchBody } from "../../state/bodies";
import { complain, say } from "../../state/toast";

const empty: Profile = { id: "", rev: 0, name: "", departmentId: "", personId: "", personName: "", position: "",
  closedAccess: false };

/** A new body becomes the active one, because its form has to be filled in now. */
export async function addBody(name: string, before: Profile | undefined) {
  const { profile } = await saving(() => client.call("saveProfile", { profile: { ...empty, name } }));
  await saving(() => client.call("activateProfile", { id: profile.id }));
  say({
    text: `Орган «${bodyName(profile)}» добавлен, теперь вы работаете за него. ` +
      `Заполните его профиль: у него свой реестр и свои архивы.`,
    action: before && { label: "К прежнему органу", run: () => void switchBody(before) },
  });
}

/** The core refuses to remove the last body or one with appeals. That is no failed save. */
export async function remove(profile: Profile) {
  try {
    await client.call("deleteProfile", { id: profile.id });
    wrote();
    const back = () => void saving(() => client.call("saveProfile", { profile: { ...profile, rev: 0 } }))
      .catch(complain);
    say({ text: `Орган «${bodyName(profile)}» удалён.`, action: { label: "Вернуть", run: back } });
  } catch (error) {
    complain(error);
  }
}
