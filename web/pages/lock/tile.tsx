// «Пароль на этом компьютере».
import { useState } from "preact/hooks";
import { autoLocks } from "../../core/api.gen";
import { client } from "../../core/client";
import { guarded, lockNow } from "../../state/lock";
import { saving } from "../../state/saving";
import { complain } from "../../state/toast";
import { plural } from "../../text/format";
import { SelectField } from "../../ui/inputs";
import { Waiting } from "../../ui/page";
import { LockDialog, type Step } from "./dialog";

export function LockTile() {
  const [step, setStep] = useState<Step | null>(null);
  const hello = client.hello.value;
  const after = (minutes: number) => void saving(() => client.call("setAutoLock", { minutes }))
    .then((now) => client.greeted(now), complain);
  return (
    <section class="rro-tile" aria-labelledby="lock">
      <h2 id="lock">Пароль на этом компьютере</h2>
      {!hello ? <Waiting /> : guarded.value ? (
        <>
          <p><b>Пароль стоит.</b> Обращения, файлы ответов, архивы и журналы лежат на диске зашифрованными.</p>
          <SelectField id="lock-after" label="Спрашивать пароль, если ничего не делать" value={hello.autoLock}
            onChange={after}
            options={autoLocks.map((value) => ({ value, label: plural(value, "минуту", "минуты", "минут") }))} />
          <div class="rro-actions">
            <button type="button" class="btn btn-sm btn-primary"
              onClick={() => void lockNow()}>Заблокировать сейчас</button>
            <button type="button" class="btn btn-sm btn-outline-primary"
              onClick={() => setStep("change")}>Сменить пароль…</button>
            <button type="button" class="btn btn-sm btn-outline-secondary"
              onClick={() => setStep("remove")}>Снять пароль…</button>
          </div>
        </>
      ) : (
        <>
          <p>Сейчас пароля нет: данные лежат в папке браузера открыто. Если за этим компьютером или под этим
            пользователем работает не только вы,
            поставьте пароль: всё, что хранит программа, будет зашифровано.</p>
          {hello.memory
            ? <p class="rro-quiet">В этом окне браузер ничего не хранит, пароль не нужен.</p>
            : <button type="button" class="btn btn-sm btn-outline-primary"
              onClick={() => setStep("set")}>Поставить пароль…</button>}
        </>
      )}
      <p class="form-text">От чего пароль защищает и от чего нет, сказано в <a href="#/help/passphrase">«Справке»</a>.
        Хранит ли этот браузер данные надёжно,
        покажет <a href="#/help/selftest">проверка браузера</a>.</p>
      {step && <LockDialog step={step} onClose={() => setStep(null)} />}
    </section>
  );
}
