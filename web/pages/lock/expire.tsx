// «Удалить по сроку»: deletes appeals that were answered long ago and are on the portal.
import { useState } from "preact/hooks";
import type { ExpiredRes } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { sendAway, startAnew, tellAnew } from "../../state/lock";
import { useWork } from "../../state/work";
import { plural, russianDate } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { SelectField } from "../../ui/inputs";
import { Answered, Notice, Problem } from "../../ui/page";
import { WorkBar } from "../../ui/work";

const terms = [12, 24, 36, 60].map((value) => ({ value, label: plural(value / 12, "год", "года", "лет") + " назад" }));

export function ExpireDialog({ onClose }: { onClose: () => void }) {
  const [months, setMonths] = useState(36);
  const found = useCall("expired", { months }), { data } = found;
  const [done, setDone] = useState<{ deleted: ExpiredRes; clean: boolean } | null>(null);
  const work = useWork("Удалено. Уборка следов остановлена.");
  const busy = work.text !== "";
  const remove = async () => {
    await sendAway();
    const res = await work.run("Удаляем", "expire", { months, state: data!.state });
    if (res) setDone(res);
    else tellAnew();
  };
  if (done) {
    return (
      <Dialog title="Удалено" onClose={startAnew}>
        <Notice level="ok">Удалено: <Counts res={done.deleted} /></Notice>
        {!done.clean && <p>Полностью место на диске освободится, когда браузер будет закрыт и программа открыта
          снова.</p>}
        <div class="rro-dialog-actions"><button type="button" class="btn btn-sm btn-primary"
          onClick={startAnew}>Продолжить работу</button></div>
      </Dialog>
    );
  }
  return (
    <Dialog title="Удалить обращения по сроку" onClose={() => { if (!busy) onClose(); }}>
      <p>Удаляются обращения всех органов, по которым на все вопросы дан ответ (или они направлены по компетенции) и
        которые выгружены и с тех пор не менялись.</p>
      <SelectField id="expire-months" label="Ответ дан раньше, чем" value={months} options={terms} onChange={setMonths}
        />
      <Problem error={work.error} />
      <Answered of={found}>{(data) => data.appeals === 0 ? <p>Таких обращений нет, удалять нечего.</p> : (
        <>
          <p>Ответ дан до {russianDate(data.before)}. Будет удалено: <Counts res={data} /></p>
          <details><summary>Номера обращений</summary><p>{data.numbers.join(", ")}
            {data.appeals > data.numbers.length && ` и ещё ${data.appeals - data.numbers.length}`}</p></details>
          <Notice level="warning"><b>Отменить это нельзя.</b> Текст пропадёт и из истории, отменяемых действий, журналов
            и содержимого архивов; в журнале архивов останутся
            дата, имя файла, контрольная сумма и число записей. Резервные копии и скачанные файлы удалите сами.</Notice>
        </>
      )}</Answered>
      <WorkBar work={work} />
      <div class="rro-dialog-actions">
        {data && data.appeals > 0 && <button type="button" class="btn btn-sm btn-danger" disabled={busy}
          onClick={() => void remove()}>Удалить навсегда</button>}
        <button type="button" class="btn btn-sm btn-outline-secondary" disabled={busy} onClick={onClose}>Отмена</button>
      </div>
    </Dialog>
  );
}

function Counts({ res }: { res: ExpiredRes }) {
  const parts = [
    res.files && plural(res.files, "файл ответа", "файла ответов", "файлов ответов"),
    res.archives && `содержимое ${plural(res.archives, "архива", "архивов", "архивов")}`,
    res.actions && plural(res.actions, "отменяемое действие", "отменяемых действия", "отменяемых действий"),
    res.logs && `записи ${plural(res.logs, "журнала", "журналов", "журналов")} слияний и загрузок`,
  ].filter(Boolean);
  return <>{[`${plural(res.appeals, "обращение", "обращения", "обращений")} с историей`, ...parts].join(", ")}.</>;
}
