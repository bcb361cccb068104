// The screens of a locked program.
import { useEffect, useState } from "preact/hooks";
import { client } from "../../core/client";
import { CoreNotice } from "../../core/notice";
import { unsaved } from "../../state/draft";
import { startAnew } from "../../state/lock";
import { useWork } from "../../state/work";
import { errorFindings } from "../../ui/error";
import { Notice } from "../../ui/page";
import { PasswordField, ShowCheck } from "../../ui/password";
import { WipeDialog } from "./wipe";

export function Unlock() {
  const [passphrase, setPassphrase] = useState("");
  const [open, setOpen] = useState(false);
  const [wiping, setWiping] = useState(false);
  const [empty, setEmpty] = useState(false);
  const work = useWork();
  const id = "unlock";
  useEffect(() => document.getElementById(id)?.focus(), []);
  const unlock = async (e: Event) => {
    e.preventDefault();
    if (work.text) return;
    setEmpty(!passphrase); // a try would take as long as with any other
    const hello = passphrase ? await work.run("Открываем", "unlock", { passphrase }) : null;
    if (hello) client.greeted(hello);
    else document.getElementById(id)?.focus();
  };
  return (
    <>
      <header class="rro-header"><span class="rro-name">РРО-форма</span></header>
      <CoreNotice />
      <main id="main" class="rro-unlock">
        <h1 id="title" tabIndex={-1}>Введите пароль</h1>
        <p role="status">{work.text ? "Проверяем пароль…" : "Данные на этом компьютере заблокированы паролем."}</p>
        {unsaved().length > 0 && (
          <Notice level="warning">На этой странице есть несохранённое. Оно ждёт в памяти вкладки: не закрывайте её,
            введите пароль, и введённое снова будет на своём месте.</Notice>
        )}
        <form onSubmit={(e) => void unlock(e)}>
          <PasswordField id={id} label="Пароль" value={passphrase} open={open}
            onChange={(text) => { setPassphrase(text); setEmpty(false); if (work.error) work.clear(); }}
            findings={empty ? [{ rule: "", level: "error", field: id, text: "Пароль не введён.", hint: "" }]
              : errorFindings(work.error, id)} />
          <ShowCheck id={id} open={open} onOpen={setOpen} />
          <button type="submit" class="btn btn-primary" disabled={work.text !== ""}>Открыть</button>
        </form>
        <details>
          <summary>Забыли пароль?</summary>
          <Notice level="warning">
            Узнать или обойти пароль не может никто. Поможет только резервная копия: сотрите всё с этого компьютера и
            восстановите данные из файла копии.
          </Notice>
          <button type="button" class="btn btn-sm btn-outline-danger"
            onClick={() => setWiping(true)}>Стереть всё…</button>
        </details>
      </main>
      {wiping && <WipeDialog locked onClose={() => setWiping(false)} />}
    </>
  );
}

/** Locked for ever: the rows are encrypted, and the record with the wrapped key is missing. */
export function Stripped() {
  const [wiping, setWiping] = useState(false);
  return (
    <>
      <header class="rro-header"><span class="rro-name">РРО-форма</span></header>
      <main id="main" class="rro-unlock">
        <h1 id="title" tabIndex={-1}>Пароль снят не этой программой</h1>
        <Notice level="error">
          Данные на этом компьютере зашифрованы, а сведения о пароле пропали или подменены: прочитать их нельзя ни
          старым паролем, ни без него.
          Программа ничего не стёрла и ничего не записывает, чтобы новые обращения не легли рядом открытыми.
        </Notice>
        <p>Что делать: закройте остальные HTML-файлы, открытые в этом браузере, и сообщите администратору: сведения о
          пароле мог подменить чужой файл.
          Затем сотрите всё с этого компьютера и восстановите обращения из резервной копии («Обмен» → «Восстановить из
          резервной копии»). Если есть копия
          профиля браузера, сделанная раньше, администратор может вернуть её: тогда программа снова спросит пароль.</p>
        <div class="rro-actions">
          <button type="button" class="btn btn-sm btn-outline-primary"
            onClick={() => location.reload()}>Проверить ещё раз</button>
          <button type="button" class="btn btn-sm btn-outline-danger"
            onClick={() => setWiping(true)}>Стереть всё…</button>
        </div>
      </main>
      {wiping && <WipeDialog locked onClose={() => setWiping(false)} />}
    </>
  );
}

/** Another tab rewrites everything. */
export function Away() {
  return (
    <Notice level="info">
      <p><b>В другой вкладке меняется пароль или стираются данные.</b> Когда это закончится, страница обновится
        сама.</p>
      <button type="button" class="btn btn-sm btn-outline-secondary" onClick={startAnew}>Обновить сейчас</button>
    </Notice>
  );
}
