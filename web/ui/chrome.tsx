// The frame around every screen: navigation, save state, notices, toast.
import { guarded, lockNow } from "../state/lock";
import { route } from "../state/route";
import { backupAge, saveState } from "../state/saving";
import { toast } from "../state/toast";
import { BodySwitch } from "./bodies";

export const sections = [
  { path: "", label: "Сегодня" }, { path: "appeals", label: "Обращения" }, { path: "archive", label: "Архив" },
  { path: "exchange", label: "Обмен" }, { path: "directories", label: "Справочники" },
    { path: "settings", label: "Настройки" },
  { path: "help", label: "Справка" },
] as const;

export function Header() {
  const here = route.value.path[0] ?? "";
  const { text, level, hint, idle } = saveState.value;
  const age = backupAge.value;
  return (
    <header class="rro-header">
      <span class="rro-name">РРО-форма</span>
      <nav aria-label="Разделы">
        {sections.map((s) => <a key={s.path} href={"#/" + s.path}
          aria-current={s.path === here ? "page" : undefined}>{s.label}</a>)}
      </nav>
      <BodySwitch />
      {age.text && <a class={"rro-backup-age" + (age.old ? " rro-backup-old" : "")} href="#/exchange"
        title={age.old ? "Пора сделать резервную копию: раздел «Обмен»"
          : "Резервная копия: раздел «Обмен»"}>{age.text}</a>}
      {guarded.value && <button type="button" class="rro-lock" title="Спросить пароль, прежде чем показать данные"
        onClick={() => void lockNow()}>Заблокировать</button>}
      <span role="status" class={idle ? "visually-hidden" : "rro-save rro-save-" + level} title={hint}>{text}</span>
    </header>
  );
}

export function ToastView() {
  const shown = toast.value;
  return (
    <div class="rro-toast-place" aria-live="polite">
      {shown && (
        <div class={"rro-toast" + (shown.bad ? " rro-toast-bad" : "")}>
          <span>{shown.text}{shown.link && <> <a href={shown.link.href}>{shown.link.label}</a></>}</span>
          {shown.action && (
            <button type="button" class="btn btn-sm btn-light"
              onClick={() => { shown.action!.run(); toast.value = null; }}>{shown.action.label}</button>
          )}
          <button type="button" class="btn-close btn-close-white" aria-label="Закрыть сообщение"
            onClick={() => (toast.value = null)} />
        </div>
      )}
    </div>
  );
}
