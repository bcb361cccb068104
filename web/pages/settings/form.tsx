// The profile: which body reports, and who in it. It saves itself.
import { useEffect, useRef } from "preact/hooks";
import { label } from "../../text/format";
import { ErrorSummary, fieldId } from "../../ui/findings";
import { CheckField, TextField } from "../../ui/inputs";
import { Conflict } from "./conflict";
import { texts, type ProfileDraft, type Text } from "./draft";

const hints: Partial<Record<Text, string>> = {
  name: "Как на портале: по этому имени архив узнают те, кто его загружает.",
  departmentId: "32 цифры и буквы, пять групп через дефис. Выдаёт поддержка ССТУ или вышестоящий орган.",
  personId: "УИУЛ, как в ЛАРМ ЕС ОГ.",
};

export function ProfileForm({ draft, several }: { draft: ProfileDraft; several: boolean }) {
  const profile = draft.profile, shown = draft.shown();
  const first = useRef(draft);
  useEffect(() => { // the form of a new body starts at its first field
    if (draft !== first.current && !profile.name) document.getElementById(fieldId("profile.name"))?.focus();
    first.current = draft;
  }, [draft]);
  return (
    <section class="rro-settings" aria-labelledby="profile">
      <h2 id="profile">{several ? "Профиль: " + (profile.name || "без наименования") : "Профиль органа"}</h2>
      <Conflict draft={draft} />
      <div class="rro-columns">
        <form key={draft.serial} class="rro-profile" noValidate onSubmit={(e) => e.preventDefault()}>
          {texts.map((key) => {
            const path = "profile." + key;
            return (
              <TextField key={key} id={fieldId(path)} label={label(path)} required hint={hints[key]}
                value={profile[key]}
                findings={shown.filter((f) => f.field === path)} onChange={(value) => draft.change({ [key]: value })}
                onBlur={() => draft.visit(path)} />
            );
          })}
          <CheckField id={fieldId("profile.closedAccess")} label={label("profile.closedAccess")}
            checked={profile.closedAccess}
            hint="Есть — отчёт загружают до 5-го числа; нет — передают архив вышестоящему органу до 3-го."
            onChange={(closedAccess) => { draft.change({ closedAccess }); void draft.flush(); }} />
          <p class="form-text">Всё сохраняется само, кнопка «Сохранить» не нужна.</p>
        </form>
        <aside>
          <ErrorSummary list={shown} />
          {draft.saved.value && draft.findings.value.length === 0
            && <p class="rro-clean">Профиль заполнен, можно <a href="#/appeals/new">внести обращение</a> и сформировать
              архив.</p>}
        </aside>
      </div>
    </section>
  );
}
