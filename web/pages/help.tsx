// «Справка»: guide, statuses, rules, shortcuts, self-test, versions.
import { useEffect } from "preact/hooks";
import { route } from "../state/route";
import { Title, jump } from "../ui/page";
import { Guide } from "./help/guide";
import { Rules } from "./help/rules";
import { SelfTest } from "./help/selftest";
import { Shortcuts } from "./help/shortcuts";
import { Statuses } from "./help/statuses";
import { Versions } from "./help/versions";

const parts = [
  { id: "guide", label: "Как работать", Part: Guide }, { id: "statuses", label: "Статусы", Part: Statuses },
  { id: "rules", label: "Правила проверки", Part: Rules }, { id: "keys", label: "Клавиши", Part: Shortcuts },
  { id: "selftest", label: "Проверка браузера", Part: SelfTest }, { id: "versions", label: "Версии", Part: Versions },
] as const;

/** `#/help/<id>` leads to a heading. */
export function HelpPage() {
  const wanted = route.value.path[1];
  useEffect(() => { if (wanted) jump(wanted); }, [wanted]);
  return (
    <>
      <Title text="Справка">
        {parts.map(({ id, label }) => (
          <button key={id} type="button" class="btn btn-sm btn-outline-secondary"
            onClick={() => jump(id)}>{label}</button>
        ))}
      </Title>
      <div class="rro-help">
        {parts.map(({ id, label, Part }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id} tabIndex={-1}>{label}</h2>
            <Part />
          </section>
        ))}
      </div>
    </>
  );
}
