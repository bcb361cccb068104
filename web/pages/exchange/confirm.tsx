// Before a backup replaces everything: what is in it, what goes away, and a
// last backup of that.
import type { BackupDamage, CheckBackupRes, ProfileRow } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { dateTime, fileSize, plural } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { Answered, Notice } from "../../ui/page";
import { BackupButton } from "./backup";
import { giveToMerge } from "./merge/given";

const most = 30; // lines of what is missing

interface ConfirmProps {
  file: File;
  content: CheckBackupRes;
  onYes: (readable: boolean) => void;
  onNo: () => void;
}

export function ConfirmRestore({ file, content, onYes, onNo }: ConfirmProps) {
  const { created, appeals, archives, files, bytes, damage } = content;
  return (
    <Dialog title={damage ? "Копия повреждена" : "Заменить все данные?"} onClose={onNo}>
      {damage && <Damage {...damage} appeals={appeals} />}
      <p>В файле «{file.name}» ({fileSize(file.size)}){created && <> — копия от <b>{dateTime(created)}</b></>}{damage && ", читается"}:{" "}
        {plural(appeals, "обращение", "обращения", "обращений")}, {plural(archives, "архив", "архива", "архивов")} в журнале,{" "}
        {plural(files, "файл", "файла", "файлов")} ({fileSize(bytes)}).</p>
      <Now />
      <div class="rro-dialog-actions">
        <button type="button" class="btn btn-sm btn-danger" onClick={() => onYes(damage !== undefined)}>
          {damage ? "Взять то, что читается" : "Заменить и восстановить"}
        </button>
        {!damage && <button type="button" class="btn btn-sm btn-outline-primary" onClick={() => giveToMerge(file)}>Слить с реестром</button>}
        <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onNo}>Отмена</button>
      </div>
    </Dialog>
  );
}

function Damage({ text, missing, ofAppeals, appeals }: BackupDamage & { appeals: number }) {
  return (
    <Notice level="error">
      <p><b>{text}</b> Целиком такой файл не восстанавливается: поищите другую копию. Можно взять то, что читается: обращений {appeals}
        {ofAppeals > 0 ? ` из ${ofAppeals}` : ", сколько их было — неизвестно"}.</p>
      {missing.length > 0 && (
        <details>
          <summary>Чего не хватает: {missing.length}</summary>
          <ul>{missing.slice(0, most).map((line) => <li key={line}>{line}</li>)}</ul>
          {missing.length > most && <p>И ещё {missing.length - most}. Весь список появится после восстановления.</p>}
        </details>
      )}
    </Notice>
  );
}

/** What is in the program now and would go away. */
function Now() {
  const profiles = useCall("profiles", {});
  return <Answered of={profiles}>{({ profiles }) => <GoesAway profiles={profiles} />}</Answered>;
}

function GoesAway({ profiles }: { profiles: readonly ProfileRow[] }) {
  const appeals = profiles.reduce((sum, row) => sum + row.appeals, 0);
  const bodies = profiles.filter((row) => row.profile.name).length;
  return (
    <>
      <p>Это <b>заменит всё</b>, что сейчас в программе:</p>
      <ul>
        <li>{appeals ? plural(appeals, "обращение", "обращения", "обращений") + " с файлами ответов" : "обращений сейчас нет"}</li>
        <li>{bodies ? plural(bodies, "профиль органа", "профиля органов", "профилей органов") : "профиль сейчас не заполнен"}</li>
        <li>журнал архивов, справочники, настройки</li>
      </ul>
      <p>Вернуть прежнее можно будет только из его собственной копии.</p>
      {appeals + bodies > 0 && <BackupButton />}
    </>
  );
}
