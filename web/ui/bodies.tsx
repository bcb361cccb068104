// Which body the clerk works for, always in sight, and what the other bodies have.
import { useCall } from "../state/load";
import { bodyName, switchBody } from "../state/bodies";
import { plural } from "../text/format";

/** In the header: the name, or a list to choose from when there are several. */
export function BodySwitch() {
  const { data } = useCall("profiles", {});
  const here = data?.profiles.find((row) => row.profile.id === data.active)?.profile;
  if (!data || !here) return null;
  if (data.profiles.length === 1) return here.name ? <span class="rro-body" title={here.name}>{here.name}</span> : null;
  return (
    <select class="rro-body" aria-label="Орган" title={bodyName(here)} value={here.id}
      onChange={(e) => {
        const { profile } = data.profiles[e.currentTarget.selectedIndex]!;
        e.currentTarget.value = here.id; // it changes when the core has stored it
        void switchBody(profile);
      }}>
      {data.profiles.map(({ profile }) => <option key={profile.id} value={profile.id}>{bodyName(profile)}</option>)}
    </select>
  );
}

/** On the screens of one body: that others have appeals too. of: the body of what is shown, when it is one appeal. */
export function OtherBodies({ of }: { of?: string }) {
  const { data } = useCall("profiles", {});
  const rows = data?.profiles.filter(({ profile, appeals }) => profile.id !== data.active
    && (appeals > 0 || profile.id === of)) ?? [];
  if (!rows.length) return null;
  const owner = rows.find(({ profile }) => profile.id === of)?.profile;
  const count = rows.reduce((sum, { appeals }) => sum + appeals, 0);
  return (
    <p class={"rro-others-line" + (owner ? " rro-notice rro-notice-warning" : " rro-quiet")}>
      {owner ? <><b>Это обращение другого органа.</b> </>
        : `${rows.length > 1 ? "У других органов" : "У другого " +
          "органа"} ${plural(count, "обращение", "обращения", "обращений")}. `}
      {(owner ? rows.filter(({ profile }) => profile === owner) : rows).map(({ profile }) => (
        <button key={profile.id} type="button" class="btn btn-sm btn-link"
          onClick={() => void switchBody(profile)}>Перейти к органу «{bodyName(profile)}»</button>
      ))}
    </p>
  );
}
