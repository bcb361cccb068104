// «Настройки»: the body that reports, or several of them.
import { useCall } from "../state/load";
import { Problem, Title } from "../ui/page";
import { Bodies } from "./settings/bodies";
import { LockTile } from "./lock/tile";
import { PersonalTile } from "./lock/personal";
import { ProfileForm } from "./settings/form";
import { useDraft } from "./settings/use";

export function SettingsPage() {
  const { data, error } = useCall("profiles", {});
  const draft = useDraft(data?.profiles.find((row) => row.profile.id === data.active));
  const several = (data?.profiles.length ?? 0) > 1;
  return (
    <>
      <Title text="Настройки" />
      <Problem error={error} />
      {several && <Bodies rows={data!.profiles} active={data!.active} draft={draft} />}
      <ProfileForm draft={draft} several={several} />
      <div class="rro-tiles rro-tiles-pair">
        <LockTile />
        <PersonalTile />
      </div>
    </>
  );
}
