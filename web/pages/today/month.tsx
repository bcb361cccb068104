// The two months on the first screen: the one to report on, and this one.
import type { ArchiveState, MonthState } from "../../core/api.gen";
import { dayMonth, leftInWords } from "../../text/dates";
import { plural, russianMonth } from "../../text/format";

const at = (screen: string, s: MonthState, more = "") => `#/${screen}?year=${s.month.year}&month=${s.month.month}${more}`;

export function ReportMonth({ state }: { state: MonthState }) {
  const none = state.ready + state.errors + state.drafts === 0;
  const late = state.daysLeft <= 0 && !settled.includes(state.state); // the last day too
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
      <Formed state={state} />
    </section>
  );
}

/** Whether the term moves is not known: the earlier day is safe. */
function DayOff({ state: { due, lastWorkday, daysLeft } }: { state: MonthState }) {
  if (due === lastWorkday || daysLeft < 0) return null;
  return <p class="rro-quiet">{upper(dayMonth(due))} — нерабочий день. Последний рабочий день до него — {dayMonth(lastWorkday)}: надёжнее успеть к нему.</p>;
}

/** States after which nobody need be reminded of loading. */
const settled: readonly ArchiveState[] = ["loaded", "done"];

const next: Partial<Record<ArchiveState, string>> = {
  formed: "Не забудьте передать или загрузить его и отметить это в журнале.",
  handed: "Файл передан. Когда его загрузят, отметьте это в журнале.",
  loaded: "Последний загружен в раздел РРО.",
  done: "Работа с последним завершена.",
};

function Formed({ state }: { state: MonthState }) {
  const refused = state.failed > 0 && <> С отметкой «Ошибка»: <a href={at("archive", state)}>{plural(state.failed, "архив", "архива", "архивов")}</a>.</>;
  if (!state.archives) return <p class="rro-formed">{state.failed ? "Принятого архива за этот месяц нет." : "Архив за этот месяц ещё не формировали."}{refused}</p>;
  return (
    <p class="rro-formed">Архив за месяц сформирован: <a href={at("archive", state)}>{plural(state.archives, "раз", "раза", "раз")}, журнал</a>.{" "}
      {next[state.state]}{refused}</p>
  );
}

function Figures({ state }: { state: MonthState }) {
  return (
    <dl class="rro-figures">
      <Figure name="готовы к выгрузке" count={state.ready} to={at("archive", state)} look="rro-good" />
      <Figure name="с ошибками, не войдут" count={state.errors} to={at("appeals", state, "&errors=1")} look={state.errors ? "rro-poor" : ""} />
      <Figure name="черновики, не войдут" count={state.drafts} to={at("appeals", state, "&drafts=1")} />
      <Figure name="готовы, но с предупреждениями" count={state.warnings} to={at("appeals/remarks", state)} />
    </dl>
  );
}

function Figure({ name, count, to, look = "" }: { name: string; count: number; to: string; look?: string }) {
  return <div><dt>{name}</dt><dd class={look}>{count ? <a href={to} aria-label={`${count} — ${name}`}>{count}</a> : 0}</dd></div>;
}

/** The same numbers to look at; widths are attributes, styles may not be inline. */
function Bar({ state: { ready, errors, drafts } }: { state: MonthState }) {
  const all = ready + errors + drafts, share = (100 * ready) / all, held = (100 * drafts) / all;
  return (
    <svg class="rro-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rro-bar-good" width={share} height="4" />
      <rect class="rro-bar-poor" x={share} width={(100 * errors) / all} height="4" />
      <rect class="rro-bar-held" x={100 - held} width={held} height="4" />
    </svg>
  );
}

export function CurrentMonth({ state }: { state: MonthState }) {
  const all = state.ready + state.errors + state.drafts;
  return (
    <section class="rro-tile" aria-labelledby="current-month">
      <h2 id="current-month">Идёт {russianMonth(state.month)}</h2>
      {all === 0 ? <p>Обращений пока нет.</p> : (
        <p><a href={at("appeals", state)}>{plural(all, "обращение", "обращения", "обращений")}</a>:{" "}
          готовы {state.ready}, с ошибками {state.errors}, черновики {state.drafts}.</p>
      )}
      <p class="rro-quiet">{upper(leftInWords(state.daysLeft, state.due))}.</p>
    </section>
  );
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
