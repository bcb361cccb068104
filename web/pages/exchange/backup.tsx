// The button that hands out a backup file.
import { useState } from "preact/hooks";
import { client } from "../../core/client";
import { wrote, lastBackup } from "../../state/saving";
import { complain } from "../../state/toast";
import { fileSize } from "../../text/format";
import { download } from "../../ui/download";

export function BackupButton({ primary }: { primary?: boolean }) {
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState("");
  const make = async () => {
    setBusy(true);
    try {
      const { result, files } = await client.call("backup", {});
      lastBackup.value = new Date().toISOString();
      download(files[0]!, result.name);
      wrote();
      setMade(`Копия «${result.name}» (${fileSize(result.size)}) записана в папку «Загрузки». Перенесите её в надёжное место.`);
    } catch (error) {
      complain(error);
    }
    setBusy(false);
  };
  return (
    <>
      <button type="button" class={"btn btn-sm " + (primary ? "btn-primary" : "btn-outline-primary")} disabled={busy} onClick={() => void make()}>
        Создать резервную копию
      </button>
      <p class="rro-made" aria-live="polite">{made}</p>
    </>
  );
}
