// Sets, changes or removes the passphrase.
import { useState } from "preact/hooks";
import { changeLock } from "../../state/lock";
import { say } from "../../state/toast";
import { useWork } from "../../state/work";
import { Dialog } from "../../ui/dialog";
import { errorFindings } from "../../ui/error";
import { CheckField } from "../../ui/inputs";
import { Notice, Problem } from "../../ui/page";
import { PasswordField, PasswordTwice, noPassword, unfit } from "../../ui/password";
import { WorkBar } from "../../ui/work";
import { BackupButton } from "../exchange/backup";

export type Step = "set" | "change" | "remove";

const words = {
  set: { title: "Поставить пароль", button: "Поставить пароль", doing: "Шифруем данные",
  done: "Пароль поставлен, всё зашифровано." },
  change: { title: "Сменить пароль", button: "Сменить пароль", doing: "Меняем пароль", done: "Пароль сменён." },
  remove: { title: "Снять пароль", button: "Снять пароль", doing: "Снимаем шифрование",
  done: "Пароль снят, данные хранятся открыто." },
} as const;

export function LockDialog({ step, onClose }: { step: Step; onClose: () => void }) {
  const [old, setOld] = useState("");
  const [next, setNext] = useState(noPassword);
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const work = useWork();
  const { title, button, doing, done } = words[step];
  const fresh = step !== "remove", wrong = work.error?.code === "wrongPassphrase";
  const why = (step !== "set" && !old && "Введите действующий пароль.") || (fresh && unfit(next)) ||
    (step === "set" && !sure && "Отметьте, что вы понимаете: забытый пароль восстановить нельзя.") || "";
  const go = async (e: Event) => {
    e.preventDefault();
    setTried(true);
    if (why || work.text) return;
    if (!(await changeLock(work, doing, { old, new: fresh ? next.first : "" }))) return;
    onClose();
    say({ text: done });
  };
  const busy = work.text !== "";
  return (
    <Dialog title={title} onClose={() => { if (!busy) onClose(); }}>
      <form class="rro-pass" onSubmit={(e) => void go(e)}>
        {step === "set" && (
          <>
            <Notice level="warning">
              <b>Забытый пароль восстановить нельзя.</b> Узнать или обойти его не сможет никто,
                даже администратор: останется только стереть всё и восстановить
              данные из резервной копии. Поэтому сначала сделайте копию, а пароль запишите и храните отдельно от
              компьютера.
            </Notice>
            <BackupButton />
          </>
        )}
        {step === "remove" && <p>Обращения, файлы ответов, архивы и журналы снова будут лежать в папке браузера
          незашифрованными. Ничего не пропадёт.</p>}
        {step !== "set" && <PasswordField id="lock-old" label="Действующий пароль" value={old}
          onChange={(text) => { setOld(text); if (wrong) work.clear(); }} findings={wrong
            ? errorFindings(work.error, "lock-old") : []} />}
        {fresh && <PasswordTwice id="lock-new" label="Новый пароль" value={next} onChange={setNext} />}
        {step === "set" && <CheckField id="lock-sure"
          label="Я понимаю: если я забуду пароль, поможет только резервная копия" checked={sure} onChange={setSure} />}
        {tried && why && <div role="alert" class="rro-problem">{why}</div>}
        <Problem error={wrong ? null : work.error} />
        <WorkBar work={work} />
        <div class="rro-dialog-actions">
          <button type="submit" class="btn btn-sm btn-primary" disabled={busy}>{button}</button>
          <button type="button" class="btn btn-sm btn-outline-secondary" disabled={busy}
            onClick={onClose}>Отмена</button>
        </div>
      </form>
    </Dialog>
  );
}
