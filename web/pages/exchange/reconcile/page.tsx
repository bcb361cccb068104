// «Сверка с РРО»: compares what was copied from the portal with the register.
import { useState } from "preact/hooks";
import type { Month, Origin, ReconcileRes } from "../../../core/api.gen";
import { client } from "../../../core/client";
import { useWork } from "../../../state/work";
import { monthBefore } from "../../../text/dates";
import { originOptions } from "../../../text/options";
import { Field } from "../../../ui/field";
import { SelectField } from "../../../ui/inputs";
import { MonthPick } from "../../../ui/month";
import { Problem, Title, Waiting } from "../../../ui/page";
import { WorkBar } from "../../../ui/work";
import { noFilter } from "../../register/view";
import { Back } from "../back";
import { Outcome } from "./outcome";

export function ReconcilePage() {
  const [text, setText] = useState("");
  const [picked, setMonth] = useState<Month | null>(null);
  const [origin, setOrigin] = useState<Origin>("");
  const [result, setResult] = useState<ReconcileRes | null>(null);
  const work = useWork();
  // by the clock of this computer
  const today = client.hello.value?.today, month = picked ?? (today ? monthBefore(today) : null);
  const compare = async () => {
    setResult(null);
    setResult(await work.run("Сверяем", "reconcile", { text,
      filter: { ...noFilter, ...month, origin, sort: "", desc: false, page: 0, size: 0 } }));
  };
  const id = "check-text";
  return (
    <>
      <Title text="Сверка с РРО" aside={<Back />} />
      <section class="rro-check" aria-label="Список с портала">
        <Field id={id} label="Номера или строки таблицы с портала"
          hint={"Номера по одному в строке или строки «номер; дата; статус», как они копируются из таблицы раздела " +
          "РРО. Строка заголовков не мешает."}>
          <textarea id={id} class="form-control form-control-sm" rows={8} spellcheck={false}
            aria-describedby={id + "-hint"} value={text} onInput={(e) => setText(e.currentTarget.value)} />
        </Field>
        <div>
          {month ? <MonthPick id="check" value={month} onChange={setMonth} empty="Все" /> : <Waiting />}
          <SelectField id="check-origin" label="Тип обращений" value={origin} options={originOptions}
            onChange={setOrigin} />
          <button type="button" class="btn btn-primary" disabled={!month || work.text !== ""}
            onClick={() => void compare()}>Сверить</button>
        </div>
      </section>
      <Problem error={work.error} />
      <WorkBar work={work} />
      <div aria-live="polite">{result && <Outcome result={result} />}</div>
    </>
  );
}
