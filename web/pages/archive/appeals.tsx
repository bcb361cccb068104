// The archive of appeals: which ones, what goes in, what does not and why.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { archiveModes, type Archive, type PlanRes } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { replaceHash } from "../../state/route";
import { plural } from "../../text/format";
import { RadioField } from "../../ui/inputs";
import { Notice, Problem, Waiting } from "../../ui/page";
import { askedHash, request, type Asked } from "./address";
import { BuildBar } from "./bar";
import { ArchiveFilter } from "./filter";
import { useJob } from "./job";
import { useReady } from "./ready";
import { StaysOut } from "./out";
import { Period } from "./period";
import { Included, NotChosen } from "./plan";

interface Props {
  asked: Asked;
  onMade: (archive: Archive) => void;
  result: ComponentChildren; // what was formed just now
}

const modes = archiveModes.map(({ mode, label }) => ({ value: mode, label }));

export function AppealsArchive({ asked, onMade, result }: Props) {
  const req = request(asked);
  const { data, error } = useCall("plan", req);
  const [wanted, setWanted] = useState(false);
  const { work, run } = useJob("build", onMade);
  const change = (next: Partial<Asked>) => replaceHash(askedHash({ ...asked, ...next }));
  useEffect(() => { // the error was about another request
    work.clear();
    setWanted(false);
  }, [JSON.stringify(req)]);
  useReady(req, work.text ? null : data);
  const plan = data && answers(data, asked) ? data : null;
  return (
    <>
      <div class="rro-archive-head">
        <RadioField id="archive-mode" class="rro-archive-modes" label="Какие обращения" value={asked.mode}
          options={modes} onChange={(mode) => change({ mode })} />
        <Period asked={asked} plan={plan} wanted={wanted} onChange={change} />
        <ArchiveFilter filter={asked.filter} onChange={(filter) => change({ filter })} />
      </div>
      <Problem error={error ?? work.error} />
      {plan && plan.blocked.length > 0 && (
        <Notice level="error">
          <b>Профиль органа заполнен не полностью</b>, поэтому архив сформировать нельзя:{" "}
          {plan.blocked.map((f) => f.text).join(" ")} <a href="#/settings">Открыть настройки</a>
        </Notice>
      )}
      {plan && plan.earlier.length > 0 && !result && asked.mode !== "changed" && (
        <Notice level="info">Архив за этот период уже формировали: {plural(plan.earlier.length, "раз", "раза", "раз")}.
          Все они в журнале ниже.
          Новый файл получит следующий номер.</Notice>
      )}
      <BuildBar label="Сформировать архив" work={work} onBuild={() => { setWanted(true); void run(req); }}
        text={plan && !plan.period.length && !result ? `${goesIn(plan)} Не войдут: ${plan.out.length}.` : ""} />
      {result}
      {!data && !error && <Waiting />}
      {plan && !plan.period.length && ( // after it was formed, the lists are about the next one
        <Folded when={!!result} summary="Списки за этот период: что вошло бы сейчас">
          <div class="rro-plan">
            <Included rows={plan.in} noneLeftOut={asked.mode === "month" && !plan.out.length} sent={plan.sent > 0} />
            <StaysOut rows={plan.out} />
          </div>
          <NotChosen plan={plan} />
        </Folded>
      )}
    </>
  );
}

/** Counts what was sent before apart from what is new. */
function goesIn({ in: { length }, sent, changed, mode }: PlanRes): string {
  const fresh = length - sent;
  if (mode === "changed" && length)
    return `Войдут: ${length} (${[changed && `изменены после выгрузки: ` +
      `${changed}`, fresh && `ещё не выгружались: ${fresh}`].filter(Boolean).join(", ")}).`;
  return `Войдут: ${length}${sent ? `, из них ${plural(sent, "уже выгружалось", "уже выгружались",
    "уже выгружались")}` : ""}.`;
}

function Folded({ when, summary, children }: { when: boolean; summary: string; children: ComponentChildren }) {
  return when ? <details class="rro-folded"><summary>{summary}</summary>{children}</details> : <>{children}</>;
}

/** Reports whether a list is for this mode and month, and not for the ones chosen before. */
function answers(plan: PlanRes, { mode, month }: Asked): boolean {
  return plan.mode === mode
    && (mode !== "month" || (plan.month.year === month.year && plan.month.month === month.month && month.month > 0));
}
