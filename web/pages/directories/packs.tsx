// A directory: its edition, and the ways to load a newer one.
import { useState } from "preact/hooks";
import type { FileKind, Pack, PackKind, PackOffer } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { useCall } from "../../state/load";
import { dateTime } from "../../text/format";
import { errorFindings } from "../../ui/error";
import { TextField } from "../../ui/inputs";
import { Notice } from "../../ui/page";
import { ReceiveField } from "../../ui/receive";
import { Offer } from "./offer";
import { Reset } from "./reset";

export function usePack(kind: PackKind): Pack | undefined {
  return useCall("packs", {}).data?.packs.find((p) => p.kind === kind);
}

export function ClassifierPack() {
  const pack = usePack("classifier"), habits = usePack("habits");
  return (
    <>
      {pack && <p class="rro-quiet">Кодов всех
        уровней: {pack.count}. {originOf(pack)} {!pack.builtin && <Reset pack={pack} />}</p>}
      {habits && !habits.builtin && <p class="rro-quiet">Поиск учитывает загруженную частоту
        кодов. {originOf(habits)} <Reset pack={habits} /></p>}
      {pack?.old && (
        <Notice level="warning">
          Редакции больше года. Узнайте, не вышла ли новая: с устаревшими кодами портал может не принять обращение.
        </Notice>
      )}
      <PackLoader kind="classifier" label="Загрузить классификатор" paste="Классификатор: вставленный текст"
        accept=".txt,.tsv,.csv,.json" dated
        hint="Текст, JSON или таблица с кодами и названиями. Из Word проще всего: выделите всё, скопируйте и вставьте."
        />
    </>
  );
}

export function BodiesPack() {
  const pack = usePack("bodies");
  return (
    <>
      {pack && !pack.builtin && <p class="rro-quiet">Загружен справочник: {pack.count} органов, редакция
        от {pack.edition}. {originOf(pack)} <Reset pack={pack} /></p>}
      <PackLoader kind="bodies" label="Загрузить справочник органов" paste="Органы: вставленный текст"
        accept=".xml,.txt,.tsv,.csv" dated
        hint="XML с элементами Department или таблица: наименование и идентификатор (GUID) в любом порядке." />
    </>
  );
}

export function originOf(pack: Pack): string {
  return `Источник: ${pack.source}${pack.loaded ? `, загружен ${dateTime(pack.loaded)}` : ""}.`;
}

/** How a directory may be given. */
const texts: readonly FileKind[] = ["table", "text", "json", "xml", "empty"];

interface LoaderProps {
  kind: PackKind | "pack";
  label: string;
  paste?: string; // label of the field to paste into
  accept: string;
  hint: string;
  dated?: boolean; // the clerk may give the edition
}

export function PackLoader({ kind, label, paste, accept, hint, dated }: LoaderProps) {
  const [text, setText] = useState("");
  const [edition, setEdition] = useState("");
  const [error, setError] = useState<CoreError | null>(null);
  const [offer, setOffer] = useState<PackOffer | null>(null);
  const [file, setFile] = useState<File | null>(null); // the last that was chosen
  const read = async (file: File | null, as: FileKind | "" = "") => {
    setError(null);
    setFile(file);
    try {
      const { result } = await client.call("readPack", { kind: as || kind, name: file?.name ?? "",
        text: file ? "" : text, edition }, { files: file ? [file] : [] });
      setOffer(result);
    } catch (problem) {
      setError(asCoreError(problem));
    }
  };
  const id = "pack-" + kind, wantsEdition = error?.code === "edition";
  const kinds: readonly FileKind[] = kind === "pack" ? ["pack", "format"] : [kind as FileKind];
  return (
    <details class="rro-template" open={error !== null || offer !== null || undefined}>
      <summary>{label}</summary>
      {dated && <TextField id={id + "-edition"} label="Редакция от (дд.мм.гггг)" value={edition} onChange={setEdition}
        findings={wantsEdition ? errorFindings(error, id) : []}
        hint="Если дата не написана в самом файле или в его имени." />}
      {wantsEdition && file && <button type="button" class="btn btn-sm btn-outline-primary"
        onClick={() => void read(file)}>Прочитать «{file.name}» с этой датой</button>}
      <ReceiveField id={id} label={label} accept={accept} hint={hint} place="packs" kinds={kinds} takes={texts}
        error={wantsEdition ? null : error}
        onTake={({ files: [chosen], kind: found }) => void read(chosen!, kinds.includes(found) ? found : "")} />
      {paste && (
        <>
          <label class="form-label" for={id + "-text"}>{paste}</label>
          <textarea id={id + "-text"} class="form-control form-control-sm" rows={4} value={text}
            onInput={(e) => setText(e.currentTarget.value)} spellcheck={false} />
          <div class="rro-actions">
            <button type="button" class="btn btn-sm btn-outline-primary" disabled={!text.trim()}
              onClick={() => void read(null)}>Прочитать вставленное</button>
          </div>
        </>
      )}
      {offer && <Offer offer={offer} onClose={() => setOffer(null)} />}
    </details>
  );
}
