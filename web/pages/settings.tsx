// «Настройки»: the body that reports, or several of them.
import { useCall } from "../state/load";
import { Answered, Title, Waiting } from "../ui/page";
import { AddBody } from "./settings/add";
import { Bodies } from "./settings/bodies";
import { LockTile } from "./lock/tile";
import { PersonalTile } from "./lock/personal";
import { ProfileForm } from "./settings/form";
import { useDraft } from "./settings/use";

export function SettingsPage() {
  const profiles = useCall("profiles", {}), { data } = profiles;
  const draft = useDraft(data?.profiles.find((row) => row.profile.id === data.active));
  const several = (data?.profiles.length ?? 0) > 1;
  return (
    <>
      <Title text="Настройки" />
      <Answered of={profiles}>{({ profiles, active }) => (
        <>
          {several && <Bodies rows={profiles} active={active} />}
          {draft.saved.value ? <ProfileForm draft={draft} several={several} /> : <Waiting />}
          <AddBody active={profiles.find((row) => row.profile.id === active)?.profile} />
        </>
      )}</Answered>
      <div class="rro-tiles rro-tiles-pair">
        <LockTile />
        <PersonalTile />
      </div>
    </>
  );
}
