// The zero report: month, confirmations, what prevents it, the record.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Archive, Finding, Month, Zero } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { label, plural, russianDate, russianMonth } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { Findings, fieldId, focusField } from "../../ui/findings";
import { CheckField } from "../../ui/inputs";
import { MonthPick } from "../../ui/month";
import { Notice, Problem } from "../../ui/page";
import { BuildBar } from "./bar";
import { useJob } from "./job";
import { Template } from "./template";

const ticks = ["noDirect", "noAdministration", "noOtherBodies", "looked"] as const;
type Tick = (typeof ticks)[number];
const nothing: Record<Tick, boolean> = { noDirect: false, noAdministration: false, noOtherBodies: false,
  looked: false };

/** Refusals that the screen shows in a place of their own. */
const askedElsewhere: readonly string[] = ["blocked", "early"];

interface Props {
  month: Month;
  onMonth: (month: Month) => void;
  onMade: (archive: Archive) => void;
  result: ComponentChildren; // what was formed just now
}

export function ZeroArchive({ month, onMonth, onMade, result }: Props) {
  const [ticked, setTicked] = useState(nothing);
  const [touched, setTouched] = useState(nothing);
  const [pressed, setPressed] = useState(false);
  const zero: Zero = { declared: true, month, ...ticked, appeals: [], notReceived: [] };
  const { data, error } = useCall("checkZero", { zero, early: false });
  const { work, run } = useJob("buildZero", onMade);
  // A missing confirmation is no error until the clerk wants the report.
  const early = (field: string) => !pressed && (field === "zero.month" && !month.month
    || ticks.some((tick) => field === "zero." + tick && !touched[tick]));
  useEffect(work.clear, [JSON.stringify(zero)]); // the refusal was about another request
  const findings = (data?.findings ?? []).filter((f) => !early(f.field));
  const of = (path: string) => findings.filter((f) => f.field === path);
  return (
    <>
      <Profile findings={findings} />
      <Problem error={error ?? (askedElsewhere.includes(work.error?.code ?? "") ? null : work.error)} />
      <div class="rro-columns">
        <div>
          <div id={fieldId("zero.month")} class="rro-field">
            <MonthPick id="zero" value={month} empty="не выбран" onChange={onMonth} />
            <Findings id={fieldId("zero.month") + "-findings"} list={of("zero.month")} />
          </div>
          {data && data.appeals.length > 0 && (
            <p>Обращения этого месяца: {data.appeals.map((row, i) => (
              <span key={row.id}>{i > 0 && ", "}<a href={"#/appeals/" + row.id}>
                {row.number || "без номера"}</a> от {russianDate(row.createDate || row.incomingDate)}</span>
            ))}. <a href={`#/archive?year=${month.year}&month=${month.month}`}>Сформировать обычный архив</a></p>
          )}
          <fieldset class="rro-ticks">
            <legend>Подтвердите</legend>
            <p class="rro-quiet">Нулевой отчёт подают, только если обращений не было совсем.</p>
            {ticks.map((tick) => (
              <CheckField key={tick} id={fieldId("zero." + tick)} label={label("zero." + tick)} checked={ticked[tick]}
                findings={of("zero." + tick)}
                onChange={(on) => { setTouched((s) => ({ ...s, [tick]: true }));
                setTicked((s) => ({ ...s, [tick]: on })); }} />
            ))}
          </fieldset>
          {data && data.earlier.length > 0 && !result && (
            <Notice level="info">За этот месяц уже
              сформировано: {plural(data.earlier.length, "архив", "архива", "архивов")}. Смотрите журнал ниже.</Notice>
          )}
          <BuildBar label="Сформировать нулевой отчёт" work={work} text=""
            onBuild={() => { setPressed(true); void run({ zero, early: false }); }} />
          {pressed && data?.blocked && <Refused findings={findings} />}
          {work.error?.code === "early" && (
            <Dialog title="Месяц ещё не закончился" onClose={work.clear}>
              <p>{work.error.text} {work.error.hint}</p>
              <div class="rro-dialog-actions">
                <button type="button" class="btn btn-sm btn-primary" onClick={work.clear}>Подождать</button>
                <button type="button" class="btn btn-sm btn-outline-secondary"
                  onClick={() => void run({ zero, early: true })}>Всё равно сформировать</button>
              </div>
            </Dialog>
          )}
          {result}
          <Template month={month} findings={of("zero.template")} />
        </div>
        <aside>
          {data?.preview && (
            <section class="rro-preview" aria-labelledby="preview">
              <h2 id="preview">Что сообщит отчёт</h2>
              <p>{data.body || "Орган не указан"}, {russianMonth(month)}: обращения не поступали.</p>
              <details><summary>Для специалиста: запись в архиве</summary><pre>{data.preview}</pre></details>
            </section>
          )}
        </aside>
      </div>
    </>
  );
}

/** What prevents it, in one line; the fields show the details. */
function Refused({ findings }: { findings: readonly Finding[] }) {
  const wrong = findings.filter((f) => f.level === "error");
  const missing = wrong.filter((f) => ticks.some((tick) => f.field === "zero." + tick));
  const first = wrong.find((f) => !missing.includes(f)) ?? missing[0];
  return (
    <div role="alert" aria-label="Замечания" class="rro-problem">
      <strong>Нулевой отчёт не сформирован.</strong>{" "}
      {wrong.length > missing.length && <>{first!.text} </>}
      {missing.length > 0 && <>Не
        подтверждено: {plural(missing.length, "пункт", "пункта", "пунктов")} из {ticks.length}. </>}
      {first && <a href={"#" + fieldId(first.field)}
        onClick={(e) => { e.preventDefault(); focusField(first.field); }}>Показать</a>}
    </div>
  );
}

/** Errors of the profile, whose fields are on another screen. */
function Profile({ findings }: { findings: readonly Finding[] }) {
  const wrong = findings.filter((f) => f.field.startsWith("profile."));
  if (!wrong.length) return null;
  return (
    <Notice level="error">
      <b>Профиль органа заполнен не полностью</b>: {wrong.map((f) => f.text).join(" ")} <a
        href="#/settings">Открыть настройки</a>
    </Notice>
  );
}
