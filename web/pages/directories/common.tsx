// One file with all directories, for colleagues.
import { client } from "../../core/client";
import { complain } from "../../state/toast";
import { download } from "../../ui/download";
import { PackLoader } from "./packs";

export function CommonPack() {
  return (
    <section class="rro-tile" aria-labelledby="common">
      <h2 id="common" tabIndex={-1}>Пакет справочников</h2>
      <p class="rro-quiet">Один файл со всеми справочниками и своими результатами: положите его рядом с программой на
        сетевую папку, и коллеги загрузят то же самое.</p>
      <div class="rro-actions">
        <button type="button" class="btn btn-sm btn-outline-primary"
          onClick={() => void handOut()}>Выгрузить пакет справочников</button>
      </div>
      <PackLoader kind="pack" label="Загрузить пакет справочников" accept=".json"
        hint="Файл «РРО_справочники_….json» от администратора или коллеги." />
    </section>
  );
}

async function handOut() {
  try {
    const { result, files } = await client.call("exportPacks", {});
    download(files[0]!, result.name, "application/json");
  } catch (problem) {
    complain(problem);
  }
}
