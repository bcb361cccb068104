// The last step: what would change, and the button that does it.
import { useState } from "preact/hooks";
import type { MergePlan, MergeRes } from "../../../core/api.gen";
import { useWork } from "../../../state/work";
import { wrote } from "../../../state/saving";
import { CheckField } from "../../../ui/inputs";
import { Problem } from "../../../ui/page";
import { WorkBar } from "../../../ui/work";

export function ApplyBar({ plan, onDone }: { plan: MergePlan; onDone: (done: MergeRes) => void }) {
  const [leaveOpen, setLeaveOpen] = useState(false);
  const [withoutRefused, setWithoutRefused] = useState(false);
  const work = useWork();
  const unready = plan.refused === plan.sources.length || (plan.open > 0 && !leaveOpen)
    || (plan.refused > 0 && !withoutRefused);
  const apply = async () => {
    const done = await work.run("Сливаем", "mergeApply", { leaveOpen, withoutRefused });
    if (!done) return;
    wrote();
    onDone(done);
  };
  return (
    <section class="rro-merge-apply" aria-label="Слияние">
      <Problem error={work.error} />
      {plan.open > 0 && <CheckField id="merge-leave"
        label={`Оставить здешнее у нерешённых (${plan.open})`} checked={leaveOpen} onChange={setLeaveOpen}
        hint="В следующем слиянии они снова будут показаны как расхождения." />}
      {plan.refused > 0 && plan.refused < plan.sources.length
        && <CheckField id="merge-without"
          label={`Объединить без файлов, которые не читаются ` +
          `(${plan.refused})`} checked={withoutRefused} onChange={setWithoutRefused} />}
      <div class="rro-build">
        <button type="button" class="btn btn-primary" disabled={unready || work.text !== ""}
          onClick={() => void apply()}>Объединить</button>
        <b>Добавится обращений: {plan.new}.
          Изменится: {plan.updated}.{plan.zeros > 0 && ` Нулевых отчётов в журнал: ${plan.zeros}.`}</b>
        {unready && <span class="rro-quiet">
          {plan.refused === plan.sources.length ? "Ни один файл не читается." : plan.open > 0 && !leaveOpen
            ? `Сначала решите расхождения: осталось ${plan.open}.`
            : "Подтвердите, что объединить нужно без нечитаемых файлов."}</span>}
      </div>
      <WorkBar work={work} />
    </section>
  );
}
