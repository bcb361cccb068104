// The question before a backup replaces everything: what is in the backup, what would be deleted, and a button that
// makes a last backup of it.
import type { BackupDamage, CheckBackupRes, ProfileRow } from "../../core/api.gen";
import { hand } from "../../state/incoming";
import { useCall } from "../../state/load";
import { dateTime, fileSize, plural } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { Answered, Notice } from "../../ui/page";
import { BackupButton } from "./backup";

const most = 30; // lines of what is missing

interface ConfirmProps {
  file: File;
  content: CheckBackupRes;
  passphrase: string; // of the file
  onYes: (readable: boolean) => void;
  onNo: () => void;
}

/** The question depends on what would be deleted, and waits until that is known. */
export function ConfirmRestore(props: ConfirmProps) {
  const answer = useCall("profiles", {});
  return <Answered of={answer}>{({ profiles }) => <Question {...props} profiles={profiles} />}</Answered>;
}

function Question({ file, content, passphrase, onYes, onNo,
  profiles }: ConfirmProps & { profiles: readonly ProfileRow[] }) {
  const { created, appeals, archives, files, bytes, damage } = content;
  const here = profiles.reduce((sum, row) => sum + row.appeals, 0),
    bodies = profiles.filter((row) => row.profile.name).length;
  const empty = here + bodies === 0;
  const merge = () => hand({ files: [file], kind: "backup", place: "merge", passphrase });
  return (
    <Dialog title={damage ? "Копия повреждена" : empty ? "Восстановить данные из копии?" : "Заменить все данные?"}
      onClose={onNo}>
      {damage && <Damage {...damage} appeals={appeals} />}
      <p>В файле «{file.name}» ({fileSize(file.size)}){created && <> — копия от <b>{dateTime(created)}</b></>}
        {damage && ", читается"}:{" "}
        {plural(appeals, "обращение", "обращения", "обращений")}, {plural(archives, "архив", "архива", "архивов")} в
          журнале,{" "}
        {plural(files, "файл", "файла", "файлов")} ({fileSize(bytes)}).</p>
      {empty ? <p>Сейчас в программе нет ни обращений, ни профиля органа: терять нечего.</p>
        : <GoesAway appeals={here} bodies={bodies} />}
      <div class="rro-dialog-actions">
        <button type="button" class={"btn btn-sm " + (empty ? "btn-primary" : "btn-danger")}
          onClick={() => onYes(damage !== undefined)}>
          {damage ? "Взять то, что читается" : empty ? "Восстановить" : "Заменить и восстановить"}
        </button>
        {!damage && !empty && <button type="button" class="btn btn-sm btn-outline-primary"
          onClick={merge}>Добавить к имеющимся</button>}
        <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onNo}>Отмена</button>
      </div>
    </Dialog>
  );
}

function Damage({ text, missing, ofAppeals, appeals }: BackupDamage & { appeals: number }) {
  return (
    <Notice level="error">
      <p><b>{text}</b> Целиком такой файл не восстанавливается: поищите другую копию. Можно взять то, что читается:
        обращений {appeals}
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

/** What is in the program now and would be deleted. */
function GoesAway({ appeals, bodies }: { appeals: number; bodies: number }) {
  return (
    <>
      <p>Это <b>заменит всё</b>, что сейчас в программе:</p>
      <ul>
        <li>{appeals ? plural(appeals, "обращение", "обращения", "обращений") + " с файлами ответов"
          : "обращений сейчас нет"}</li>
        <li>{bodies ? plural(bodies, "профиль органа", "профиля органов", "профилей органов")
          : "профиль сейчас не заполнен"}</li>
        <li>журнал архивов, справочники, настройки</li>
      </ul>
      <p>Вернуть нынешние данные можно будет только из их резервной копии.</p>
      <BackupButton />
    </>
  );
}
