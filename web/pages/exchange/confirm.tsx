// Before a backup replaces everything: what goes away, and a last backup of it.
import { useCall } from "../../state/load";
import { fileSize, plural } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { BackupButton } from "./backup";

export function ConfirmRestore({ file, onYes, onNo }: { file: File; onYes: () => void; onNo: () => void }) {
  const today = useCall("today", {}).data;
  const profiles = useCall("profiles", {}).data?.profiles;
  const appeals = profiles?.reduce((sum, row) => sum + row.appeals, 0) ?? today?.all ?? 0;
  const bodies = profiles?.filter((row) => row.profile.name).length ?? 0;
  return (
    <Dialog title="Заменить все данные?" onClose={onNo}>
      <p>Файл «{file.name}» ({fileSize(file.size)}) <b>заменит всё</b>, что сейчас в программе:</p>
      <ul>
        <li>{appeals ? plural(appeals, "обращение", "обращения", "обращений") + " с файлами ответов" : "обращений сейчас нет"}</li>
        <li>{bodies ? plural(bodies, "профиль органа", "профиля органов", "профилей органов") : "профиль сейчас не заполнен"}</li>
        <li>журнал архивов, справочник органов, профиль формата</li>
      </ul>
      <p>Вернуть прежнее можно будет только из его собственной копии.</p>
      {appeals + bodies > 0 && <BackupButton />}
      <div class="rro-dialog-actions">
        <button type="button" class="btn btn-sm btn-danger" onClick={onYes}>Заменить и восстановить</button>
        <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onNo}>Отмена</button>
      </div>
    </Dialog>
  );
}
