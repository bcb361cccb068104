// Accepts an open archive into the register, saves it, closes it.
import { useState } from "preact/hooks";
import type { AcceptOpenedRes, OpenedArchive, OpenedCounts } from "../../core/api.gen";
import { wrote } from "../../state/saving";
import { useWork } from "../../state/work";
import { plural } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { download } from "../../ui/download";
import { CheckField } from "../../ui/inputs";
import { Notice, Problem } from "../../ui/page";
import { WorkBar } from "../../ui/work";
import { Accepted } from "./openaccepted";

interface ActionsProps {
  archive: OpenedArchive;
  counts: OpenedCounts;
  chosen: ReadonlySet<string>;
  onTaken: () => void;
}

export function OpenedActions({ archive, counts, chosen, onTaken }: ActionsProps) {
  const { id } = archive;
  const work = useWork();
  const [otherBody, setOtherBody] = useState(false);
  const [taken, setTaken] = useState<AcceptOpenedRes | null>(null);
  const [closing, setClosing] = useState(false);
  const accept = async () => {
    const res = await work.run("Принимаем в реестр", "acceptOpened", { id, appeals: [...chosen], otherBody });
    if (!res) return;
    wrote();
    onTaken();
    setTaken(res);
  };
  const save = async () => {
    const answer = await work.run("Записываем архив", "saveOpened", { id });
    answer?.result.parts.forEach((part, i) => download(answer.files[i]!, part.name));
  };
  const close = async () => {
    setClosing(false);
    if (await work.run("Закрываем архив", "closeOpened", { id })) wrote();
  };
  const lost = counts.edited + counts.removed;
  return (
    <>
      <div class="rro-build">
        <button type="button" class="btn btn-sm btn-primary" disabled={work.text !== ""}
          onClick={() => void accept()}>Принять в реестр</button>
        <span>{chosen.size ? `выбрано: ${chosen.size}` : "все записи"}</span>
        <button type="button" class="btn btn-sm btn-outline-primary" disabled={work.text !== ""}
          onClick={() => void save()}>Скачать архив</button>
        <button type="button" class="btn btn-sm btn-outline-secondary" disabled={work.text !== ""}
          onClick={() => (lost ? setClosing(true) : void close())}>Закрыть архив</button>
      </div>
      {counts.otherBody > 0 && (
        <CheckField id="opened-other" checked={otherBody} onChange={setOtherBody}
          label={`Принимать и записи другого органа (${counts.otherBody})`}
          hint={"В реестре они станут обращениями вашего органа и уйдут в архив под вашим идентификатором. Отмечайте, "
          +
          "только если обращения действительно ваши."} />
      )}
      <WorkBar work={work} />
      <Problem error={work.error} />
      <div aria-live="polite">
        {taken && <Notice level={taken.conflicts || taken.otherBody ? "warning" : "ok"}>
          <Accepted res={taken} archive={id} otherBody={otherBody} /></Notice>}</div>
      {closing && (
        <Dialog title="Закрыть архив?" onClose={() => setClosing(false)}>
          <p>В архиве «{archive.file}» есть изменения: {plural(lost, "запись", "записи", "записей")}. Если архив не
            скачан, они пропадут.
            Обращения, принятые в реестр, останутся.</p>
          <div class="rro-dialog-actions">
            <button type="button" class="btn btn-sm btn-danger"
              onClick={() => void close()}>Закрыть без сохранения</button>
            <button type="button" class="btn btn-sm btn-outline-secondary"
              onClick={() => setClosing(false)}>Отмена</button>
          </div>
        </Dialog>
      )}
    </>
  );
}
