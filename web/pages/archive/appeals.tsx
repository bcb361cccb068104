// The archive of a month's appeals: what goes in, what does not and why.
import type { ComponentChildren } from "preact";
import type { Archive, Month, PlanReq } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { plural, russianMonth } from "../../text/format";
import { RadioField } from "../../ui/inputs";
import { MonthPick } from "../../ui/month";
import { Notice, Problem } from "../../ui/page";
import { BuildBar } from "./bar";
import { useJob } from "./job";
import { GoesIn, Others, StaysOut } from "./plan";

export interface ModeProps {
  month: Month;
  onMonth: (month: Month) => void;
  onMade: (archive: Archive) => void;
  result: ComponentChildren; // what was formed just now
}

const modes = [{ value: "month" as const, label: "За отчётный месяц" }];

export function AppealsArchive({ month, onMonth, onMade, result }: ModeProps) {
  const request: PlanReq = { mode: "month", month, from: "", to: "" };
  const { data, error } = useCall("plan", request);
  const job = useJob("build", onMade);
  const plan = data && month.month && data.month.year === month.year && data.month.month === month.month ? data : null;
  return (
    <>
      <div class="rro-archive-head">
        <RadioField id="archive-mode" label="Какие обращения" value="month" options={modes} onChange={() => {}} />
        <MonthPick id="archive" value={month} empty={month.month ? undefined : "не выбран"} onChange={onMonth} />
        <p class="rro-quiet rro-archive-hint">Месяц считается, как на портале: по дате поступления прямых обращений и по дате документа переданных.
          Дата ответа не важна.</p>
      </div>
      <Problem error={error ?? job.error} />
      {plan && plan.blocked.length > 0 && (
        <Notice level="error">
          <b>Профиль органа заполнен не полностью</b>, поэтому архив не сформировать:{" "}
          {plan.blocked.map((f) => f.text).join(" ")} <a href="#/settings">Открыть настройки</a>
        </Notice>
      )}
      {plan && plan.earlier.length > 0 && !result && (
        <Notice level="info">Архив за {russianMonth(month)} уже формировали: {plural(plan.earlier.length, "раз", "раза", "раз")}. Все они в журнале ниже.
          Новый файл получит следующий номер.</Notice>
      )}
      <BuildBar label="Сформировать архив" job={job} onBuild={() => void job.run(request)}
        text={plan ? `Войдут: ${plan.in.length}. Не войдут: ${plan.out.length}.` : ""} />
      {result}
      {plan && (
        <div class="rro-halves">
          <GoesIn rows={plan.in} month={month} />
          <StaysOut rows={plan.out} />
        </div>
      )}
      {plan && <Others counts={plan.other} />}
    </>
  );
}
