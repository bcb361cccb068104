// Asks for the passphrase of a file that the core could not read without it.
import { useEffect, useState } from "preact/hooks";
import type { CoreError } from "../core/errors";
import { Dialog } from "./dialog";
import { errorFindings } from "./error";
import { PasswordField, ShowCheck } from "./password";

/** The file is under a passphrase, or under another one. */
export const wantsPassword = (error: CoreError | null) => error?.code === "passphrase"
  || error?.code === "wrongPassphrase";

interface AskProps {
  error: CoreError | null;
  name: string; // of the file, "" = the error names it
  onGive: (passphrase: string) => void;
  onNo: () => void;
}

export function AskPassword(props: AskProps) {
  return wantsPassword(props.error) ? <Ask {...props} /> : null;
}

function Ask({ error, name, onGive, onNo }: AskProps) {
  const [passphrase, setPassphrase] = useState("");
  const [open, setOpen] = useState(false);
  const id = "file-pass";
  useEffect(() => document.getElementById(id)?.focus(), []);
  const wrong = error?.code === "wrongPassphrase";
  return (
    <Dialog title="Файл под паролем" onClose={onNo}>
      <form onSubmit={(e) => { e.preventDefault(); if (passphrase) onGive(passphrase); }}>
        <p>{name ? <>Файл «{name}» зашифрован. Введите пароль: его сообщает тот, кто создал файл.</>
          : <>{error?.text} {error?.hint}</>}</p>
        <PasswordField id={id} label="Пароль к файлу" value={passphrase} open={open} onChange={setPassphrase}
          findings={wrong ? errorFindings(error, id) : []} />
        <ShowCheck id={id} open={open} onOpen={setOpen} />
        <div class="rro-dialog-actions">
          <button type="submit" class="btn btn-sm btn-primary">Открыть файл</button>
          <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onNo}>Отмена</button>
        </div>
      </form>
    </Dialog>
  );
}
