// «Зашифровать паролем»: encrypts a file that leaves the program.
import { useState } from "preact/hooks";
import { guarded } from "../state/lock";
import { CheckField } from "./inputs";
import { Notice } from "./page";
import { PasswordTwice, noPassword, unfit } from "./password";

export interface Cover {
  id: string;
  on: boolean;
  always: boolean;
  setOn: (on: boolean) => void;
  typed: typeof noPassword;
  setTyped: (typed: typeof noPassword) => void;
  wrong: string; // shown after the first try
  label: string;
  /** The passphrase; "" = do not encrypt; null = it is unfit, which the form shows. */
  take: () => string | null;
}

/** id: prefix of the fields' ids. label: of the checkbox, which `always` hides. The box is ticked at first if a
 * passphrase protects the register. */
export function useCover(id: string, label = "", always = false): Cover {
  const [chosen, setOn] = useState<boolean | null>(null);
  const [typed, setTyped] = useState(noPassword);
  const [wrong, setWrong] = useState("");
  const on = always || (chosen ?? guarded.value);
  const take = () => {
    const why = on ? unfit(typed) : "";
    setWrong(why);
    return why ? null : on ? typed.first : "";
  };
  return { id, label, on, always, setOn, typed, setTyped, wrong, take };
}

export function CoverFields({ id, label, on, always, setOn, typed, setTyped, wrong }: Cover) {
  return (
    <div class="rro-cover">
      {!always && <CheckField id={id + "-cover"} label={label} checked={on} onChange={setOn} />}
      {on && <PasswordTwice id={id + "-pass"} label="Пароль к файлу" value={typed} onChange={setTyped} />}
      {on && <p class="form-text">Пароль передайте отдельно от файла. Забытый пароль восстановить нельзя. Это не
        сертифицированное средство криптографической защиты информации (СКЗИ).</p>}
      {!on && guarded.value && <Notice level="warning">В файле всё будет открыто, хотя на этом компьютере данные под
        паролем.</Notice>}
      {wrong && <div role="alert" class="rro-problem">{wrong}</div>}
    </div>
  );
}
