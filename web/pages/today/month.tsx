// The two months on the first screen: the one to report on, and this one.
import type { MonthState } from "../../core/api.gen";
import { dayMonth, leftInWords } from "../../text/dates";
import { plural, russianMonth } from "../../text/format";

const at = (screen: string, s: MonthState, more = "") => `#/${screen}?year=${s.month.year}&month=${s.month.month}${more}`;

export function ReportMonth({ state }: { state: MonthState }) {
  const none = state.ready + state.errors === 0;
  const late = state.daysLeft < 0 && !state.archives;
  return (
    <section class="rro-tile rro-tile-main" aria-labelledby="report-month">
      <h2 id="report-month">Отчётный месяц: {russianMonth(state.month)}</h2>
      <p class={late ? "rro-late" : "rro-left"}>{upper(leftInWords(state.daysLeft, state.due))}</p>
      <DayOff state={state} />
      {none ? (
        <p>Обращений за этот месяц не внесено. Если их действительно не было, подайте{" "}
          <a href={at("archive", state, "&zero=1")}>нулевой отчёт</a>.</p>
      ) : (
        <>
          <Figures state={state} />
          <Bar state={state} />
          {state.errors + state.warnings > 0 && <p><a href={at("appeals/remarks", state)}>Замечания</a> за месяц: что исправить и где.</p>}
        </>
      )}
      <p class="rro-formed">
        {state.archives
          ? <>Архив за месяц сформирован: <a href={at("archive", state)}>{plural(state.archives, "раз", "раза", "раз")}, журнал</a>. Не забудьте загрузить его на портал.</>
          : "Архив за этот месяц ещё не формировали."}
      </p>
    </section>
  );
}

/** Whether the term moves is not known: the earlier day is safe. */
function DayOff({ state: { due, lastWorkday, daysLeft } }: { state: MonthState }) {
  if (due === lastWorkday || daysLeft < 0) return null;
  return <p class="rro-quiet">{upper(dayMonth(due))} — нерабочий день. Последний рабочий день до него — {dayMonth(lastWorkday)}: надёжнее успеть к нему.</p>;
}

function Figures({ state }: { state: MonthState }) {
  return (
    <dl class="rro-figures">
      <div><dt>готовы к выгрузке</dt><dd class="rro-good">{state.ready}</dd></div>
      <div>
        <dt>с ошибками, не войдут</dt>
        <dd class={state.errors ? "rro-poor" : ""}>{state.errors ? <a href={at("appeals", state, "&errors=1")}>{state.errors}</a> : 0}</dd>
      </div>
      <div><dt>с предупреждениями</dt><dd>{state.warnings}</dd></div>
    </dl>
  );
}

/** The same numbers to look at; widths are attributes, styles may not be inline. */
function Bar({ state: { ready, errors } }: { state: MonthState }) {
  const share = (100 * ready) / (ready + errors);
  return (
    <svg class="rro-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rro-bar-good" width={share} height="4" />
      <rect class="rro-bar-poor" x={share} width={100 - share} height="4" />
    </svg>
  );
}

export function CurrentMonth({ state }: { state: MonthState }) {
  const all = state.ready + state.errors;
  return (
    <section class="rro-tile" aria-labelledby="current-month">
      <h2 id="current-month">Идёт {russianMonth(state.month)}</h2>
      {all === 0 ? <p>Обращений пока нет.</p> : (
        <p><a href={at("appeals", state)}>{plural(all, "обращение", "обращения", "обращений")}</a>:{" "}
          без ошибок {state.ready}, с ошибками {state.errors}.</p>
      )}
      <p class="rro-quiet">{upper(leftInWords(state.daysLeft, state.due))}.</p>
    </section>
  );
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
