// The two months on the first screen: the one to report on, and the current one.
import type { ArchiveState, MonthState } from "../../core/api.gen";
import { dayMonth, leftInWords } from "../../text/dates";
import { dateTime, plural, russianMonth } from "../../text/format";
import { stateInfo } from "../archive/state";

const at = (screen: string, s: MonthState, more = "") =>
  `#/${screen}?year=${s.month.year}&month=${s.month.month}${more}`;
const appeals = (n: number) => plural(n, "обращение", "обращения", "обращений");
const all = (s: MonthState) => s.ready + s.errors + s.drafts;

interface Props {
  state: MonthState;
  fresh: boolean; // the body has no appeals and no archives yet
}

export function ReportMonth({ state, fresh }: Props) {
  return (
    <section class="rro-tile rro-tile-main" aria-labelledby="report-month">
      <h2 id="report-month">Отчётный месяц: {russianMonth(state.month)}</h2>
      <Term state={state} fresh={fresh} />
      {all(state) === 0 ? <Nothing state={state} fresh={fresh} /> : (
        <>
          <Figures state={state} />
          <Bar state={state} />
          <Left state={state} />
          {state.errors + state.warnings > 0 && <p><a href={at("appeals/remarks", state)}>Замечания</a> за месяц: что
            исправить и где.</p>}
        </>
      )}
      {!fresh && <Formed state={state} />}
    </section>
  );
}

const reported: Partial<Record<ArchiveState, string>> = {
  handed: "Отчёт передан.", loaded: "Отчёт загружен в раздел РРО.", done: "Отчёт сдан, работа с ним завершена.",
};

/** The deadline, as long as there is something to do. */
function Term({ state, fresh }: Props) {
  if (state.reported && state.new + state.changed) return <p
    class="rro-left">Отчёт уже сдавали, с тех пор есть новое.</p>;
  if (state.reported) return <p class="rro-reported">{reported[state.state] ?? "Отчёт уже сдавали."}</p>;
  if (fresh && state.daysLeft < 0) return null;
  return (
    <>
      <p class={state.daysLeft <= 0 ? "rro-late" : "rro-left"}>{upper(leftInWords(state.daysLeft, state.due))}</p>
      <DayOff state={state} />
    </>
  );
}

/** It is not known whether the deadline moves: the earlier day is safe. */
function DayOff({ state: { due, lastWorkday, daysLeft } }: { state: MonthState }) {
  if (due === lastWorkday || daysLeft < 0) return null;
  return <p class="rro-quiet">{upper(dayMonth(due))} — нерабочий день. Последний рабочий день до него
    — {dayMonth(lastWorkday)}: надёжнее успеть к нему.</p>;
}

function Nothing({ state, fresh }: Props) {
  const zero = <a href={at("archive", state, "&zero=1")}>нулевой отчёт</a>;
  if (state.zero) return <p>Обращений за этот месяц нет, <ZeroFormed state={state} /></p>;
  if (fresh) {
    return <p>За {russianMonth(state.month)} данных в программе нет. Если отчёт уже сдан другой программой, ничего не
      делайте. Если нет, внесите обращения
      или, когда их не было совсем, подайте {zero}.</p>;
  }
  return <p>Обращений за этот месяц не внесено. Если их действительно не было, подайте {zero}.</p>;
}

function ZeroFormed({ state }: { state: MonthState }) {
  const { at: formed, state: now } = state.zero!;
  return <>сформирован <a href={at("archive", state, "&zero=1")}>нулевой отчёт</a> {dateTime(formed)},
    состояние: {stateInfo(now).label.toLowerCase()}. {next[now]}</>;
}

/** What is missing in the archives that were sent. */
function Left({ state }: { state: MonthState }) {
  return (
    <>
      <Contradicted state={state} />
      {state.sent + state.changed > 0 && state.new + state.changed > 0 && (
        <p class="rro-word-warning">
          {state.new > 0 && <>{appeals(state.new)} ещё не {verb(state.new, "выгружалось", "выгружались")}. </>}
          {state.changed > 0 && <>{appeals(state.changed)} {verb(state.changed, "изменено", "изменены")} после
            выгрузки. </>}
          <a href="#/archive?mode=changed">Сформировать архив изменений</a>
        </p>
      )}
    </>
  );
}

/** Warns of a zero report for a month that has appeals now. */
function Contradicted({ state }: { state: MonthState }) {
  if (!state.zero) return null;
  return <p class="rro-word-warning">Обращения есть, а за этот месяц <ZeroFormed state={state} /> Сформируйте архив и
    сообщите об этом тому, кто загружал нулевой отчёт.</p>;
}

const verb = (n: number, one: string, many: string) => (n % 10 === 1 && n % 100 !== 11 ? one : many);

const next: Partial<Record<ArchiveState, string>> = {
  formed: "Не забудьте передать или загрузить его и отметить это в журнале.",
  handed: "Файл передан. Когда его загрузят, отметьте это в журнале.",
  loaded: "Он загружен в раздел РРО.",
  done: "Работа с ним завершена.",
};

function Formed({ state }: { state: MonthState }) {
  const refused = state.failed > 0
    && <> С отметкой «Ошибка»: <a href={at("archive", state)}>
      {plural(state.failed, "архив", "архива", "архивов")}</a>.</>;
  if (!state.archives) {
    const none = state.failed ? "Принятого архива за этот месяц нет." : "Архив за этот месяц ещё не формировали.";
    return state.zero && !refused ? null : <p class="rro-formed">{!state.zero && none}{refused}</p>;
  }
  return (
    <p class="rro-formed">Архив за месяц сформирован: <a
      href={at("archive", state)}>{plural(state.archives, "раз", "раза", "раз")}, журнал</a>.{" "}
      {state.archives > 1 && "Последний: "}{state.archives > 1 ? stateInfo(state.state).label.toLowerCase() + ". "
        : ""}{next[state.state]}{refused}</p>
  );
}

function Figures({ state }: { state: MonthState }) {
  const sent = state.sent + state.changed > 0;
  return (
    <dl class="rro-figures">
      {sent && <Figure name="выгружено" count={state.sent} to={at("appeals", state)} look="rro-good" />}
      {sent && state.changed > 0 && <Figure name="изменены после выгрузки" count={state.changed}
        to={at("appeals", state, "&changed=1")} />}
      {(!sent || state.new > 0) && <Figure name={sent ? "готовы, ещё не выгружались" : "готовы к выгрузке"}
        count={state.new} to={at("archive", state)} look="rro-good" />}
      <Figure name="с ошибками, не войдут" count={state.errors} to={at("appeals", state, "&errors=1")}
        look={state.errors ? "rro-poor" : ""} />
      <Figure name="черновики, не войдут" count={state.drafts} to={at("appeals", state, "&drafts=1")} />
      <Figure name={sent ? "с предупреждениями" : "готовы, но с предупреждениями"} count={state.warnings}
        to={at("appeals/remarks", state)} />
    </dl>
  );
}

function Figure({ name, count, to, look = "" }: { name: string; count: number; to: string; look?: string }) {
  return <div><dt>{name}</dt>
    <dd class={look}>{count ? <a href={to} aria-label={`${count} — ${name}`}>{count}</a> : 0}</dd></div>;
}

/** The same numbers as a chart. The widths are attributes, because the policy forbids inline styles. */
function Bar({ state: { ready, errors, drafts } }: { state: MonthState }) {
  const total = ready + errors + drafts, share = (100 * ready) / total, held = (100 * drafts) / total;
  return (
    <svg class="rro-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rro-bar-good" width={share} height="4" />
      <rect class="rro-bar-poor" x={share} width={(100 * errors) / total} height="4" />
      <rect class="rro-bar-held" x={100 - held} width={held} height="4" />
    </svg>
  );
}

export function CurrentMonth({ state }: { state: MonthState }) {
  const count = all(state), fresh = state.new + state.changed;
  return (
    <section class="rro-tile" aria-labelledby="current-month">
      <h2 id="current-month">Текущий месяц: {russianMonth(state.month)}</h2>
      {count === 0 ? <p>{state.zero ? <>Обращений нет, <ZeroFormed state={state} /> Месяц ещё не закончился: если
        обращение поступит, внесите его.</> : "Обращений пока нет."}</p> : (
        <>
          <p><a href={at("appeals", state)}>{appeals(count)}</a>:{" "}
            готовы {fresh}, {state.sent > 0
              && `выгружены ${state.sent}, `}с ошибками {state.errors}, черновики {state.drafts}.</p>
          <Contradicted state={state} />
        </>
      )}
      <p class="rro-quiet">{upper(leftInWords(state.daysLeft, state.due))}.</p>
    </section>
  );
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
