// The frame around every screen: navigation, save state, notices, toast.
import { client } from "../core/client";
import { tooDeep, tooDeepHint } from "../core/longpath";
import { CoreNotice } from "../core/notice";
import { route } from "../state/route";
import { backupAge, saveState } from "../state/saving";
import { toast } from "../state/toast";

export const sections = [
  { path: "", label: "Сегодня" }, { path: "appeals", label: "Обращения" }, { path: "archive", label: "Архив" },
  { path: "exchange", label: "Обмен" }, { path: "directories", label: "Справочники" }, { path: "settings", label: "Настройки" },
  { path: "help", label: "Справка" },
] as const;

export function Header() {
  const here = route.value.path[0] ?? "";
  const { text, level, hint } = saveState.value;
  const age = backupAge.value;
  return (
    <header class="rro-header">
      <span class="rro-name">РРО-форма</span>
      <nav aria-label="Разделы">
        {sections.map((s) => <a key={s.path} href={"#/" + s.path} aria-current={s.path === here ? "page" : undefined}>{s.label}</a>)}
      </nav>
      {age.text && <a class={"rro-backup-age" + (age.old ? " rro-backup-old" : "")} href="#/exchange"
        title={age.old ? "Пора сделать резервную копию: раздел «Обмен»" : "Резервная копия: раздел «Обмен»"}>{age.text}</a>}
      <span role="status" class={"rro-save rro-save-" + level} title={hint}>{text}</span>
    </header>
  );
}

/** Stays as long as its reason does. */
export function Notices() {
  return (
    <>
      <CoreNotice />
      {client.hello.value?.memory && (
        <div class="rro-memory" role="alert">
          <strong>Браузер не даёт хранить данные: всё пропадёт, когда вы закроете эту вкладку.</strong> Закончив работу, обязательно{" "}
          <a href="#/exchange">создайте резервную копию</a>.{" "}
          {tooDeep ? tooDeepHint : "Причина обычно в приватном режиме или в запрете администратора: откройте файл в обычном окне или в другом браузере."}
        </div>
      )}
    </>
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
            <button type="button" class="btn btn-sm btn-light" onClick={() => { shown.action!.run(); toast.value = null; }}>{shown.action.label}</button>
          )}
          <button type="button" class="btn-close btn-close-white" aria-label="Закрыть сообщение" onClick={() => (toast.value = null)} />
        </div>
      )}
    </div>
  );
}
