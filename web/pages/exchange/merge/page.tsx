// «Объединить с файлами коллег»: choose files, decide what differs, merge.
import { useState } from "preact/hooks";
import type { MergePlan, MergeRes } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { waiting } from "../../../state/incoming";
import { useCall } from "../../../state/load";
import { complain } from "../../../state/toast";
import { Answered, Notice, Title } from "../../../ui/page";
import { Back } from "../back";
import { ApplyBar } from "./apply";
import { ChooseFiles } from "./choose";
import { Review } from "./review";
import { Rules } from "./rules";
import { Merged } from "./merged";
import { Sources } from "./sources";

export function MergePage() {
  const planned = useCall("mergePlan", {}), { data } = planned;
  const [own, setOwn] = useState<{ plan: MergePlan; over: typeof data } | null>(null);
  const [done, setDone] = useState<MergeRes | null>(null);
  const plan = own && own.over === data ? own.plan : data; // the answer to the last decision, until a newer load
  const take = (next: MergePlan) => setOwn({ plan: next, over: data });
  const open = plan !== null && plan.sources.length > 0;
  const close = () => void client.call("mergeClose", {}).then(take, complain);
  return (
    <>
      <Title text="Объединить с файлами коллег" aside={<Back />}>
        {open && <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={close}>Не сливать, выбрать другие файлы</button>}
      </Title>
      {done && <Merged done={done} />}
      <Answered of={{ ...planned, data: plan }}>
        {(plan) => !plan.sources.length ? <ChooseFiles onPlan={(next) => { setDone(null); take(next); }} /> : (
        <>
          {waiting.value?.place === "merge" && <Notice level="warning">Файл «{waiting.value.files[0]!.name}» ждёт:
            сначала закончите или закройте это слияние, потом файл откроется сам.</Notice>}
          <Sources plan={plan} />
          <Rules plan={plan} onPlan={take} />
          <Review plan={plan} onPlan={take} />
          <ApplyBar plan={plan} onDone={(res) => { setDone(res); document.getElementById("title")?.focus(); }} />
        </>
      )}</Answered>
    </>
  );
}
