// A passphrase field, hidden unless the clerk wants to see it, and a pair of fields for a new passphrase.
import { useState } from "preact/hooks";
import type { Finding } from "../core/api.gen";
import { client } from "../core/client";
import { complain } from "../state/toast";
import { CheckField, TextField } from "./inputs";

/** As the core requires. */
export const shortest = 8;

interface PasswordProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  findings?: readonly Finding[];
  hint?: string;
  open?: boolean; // the text is visible
}

export function PasswordField({ open, ...props }: PasswordProps) {
  return <TextField {...props} required type={open ? "text" : "password"} maxLength={200} />;
}

export function ShowCheck({ id, open, onOpen }: { id: string; open: boolean; onOpen: (open: boolean) => void }) {
  return <CheckField id={id + "-open"} label="Показать пароль" checked={open} onChange={onOpen} />;
}

export interface NewPassword {
  first: string;
  second: string;
}

export const noPassword: NewPassword = { first: "", second: "" };

/** What is wrong with a new passphrase; "" = nothing. */
export function unfit({ first, second }: NewPassword): string {
  if ([...first].length < shortest) return `Пароль слишком короткий: нужно не меньше ${shortest} знаков.`;
  return first === second ? "" : "Пароли не совпадают: введите один и тот же пароль дважды.";
}

interface TwiceProps {
  id: string;
  label: string;
  value: NewPassword;
  onChange: (value: NewPassword) => void;
}

export function PasswordTwice({ id, label, value, onChange }: TwiceProps) {
  const [open, setOpen] = useState(false);
  const [proposed, setProposed] = useState("");
  const propose = () => void client.call("proposePassphrase", {}).then(({ passphrase }) => {
    setProposed(passphrase);
    setOpen(true);
    onChange({ first: passphrase, second: passphrase });
  }, complain);
  const shown = proposed !== "" && value.first === proposed;
  return (
    <div class="rro-pass">
      <PasswordField id={id} label={label} value={value.first} open={open}
        onChange={(first) => onChange({ ...value, first })}
        hint={`Не меньше ${shortest} знаков. Лучше всего три-четыре несвязанных слова.`} />
      <PasswordField id={id + "-again"} label={label + " ещё раз"} value={value.second} open={open}
        onChange={(second) => onChange({ ...value, second })} />
      <ShowCheck id={id} open={open} onOpen={setOpen} />
      <button type="button" class="btn btn-sm btn-outline-secondary rro-propose"
        onClick={propose}>{shown ? "Предложить другой" : "Предложить пароль"}</button>
      {shown && (
        <div role="status" class="rro-proposed">
          <p>Запишите пароль и храните запись отдельно от компьютера: слова и пробелы между ними важны.</p>
          <p><output class="rro-words">{proposed}</output></p>
        </div>
      )}
    </div>
  );
}
