// «История изменений»: who changed what and when, and into which archives it went.
import { useState } from "preact/hooks";
import { archiveStates, type Appeal, type Archive, type Revision } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { dateTime, fieldName } from "../../text/format";
import { Answered } from "../../ui/page";

export function History({ appeal }: { appeal: Appeal }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="rro-history" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>История изменений</summary>
      {open && <Events appeal={appeal} />}
    </details>
  );
}

interface Event {
  at: string;
  who: string;
  what: preact.ComponentChildren;
}

function Events({ appeal }: { appeal: Appeal }) {
  const journal = useCall("journal", { holding: appeal.id });
  return <Answered of={journal}>{({ archives }) => <EventTable appeal={appeal} archives={archives} />}</Answered>;
}

function EventTable({ appeal, archives }: { appeal: Appeal; archives: readonly Archive[] }) {
  const revisions = appeal.history ?? [];
  const entered = revisions.length ? [] : [{ at: appeal.created, who: "", changes: [] }];
  const events: Event[] = [
    ...[...entered, ...revisions].map(revisionEvent),
    ...archives.map(archiveEvent),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      {events.length === 1 && <p class="rro-quiet">После внесения запись не менялась и в архивы ещё не входила.</p>}
      <table class="table table-sm rro-table" aria-label="История изменений">
        <thead><tr><th scope="col">Когда</th><th scope="col">Кто</th><th scope="col">Что</th></tr></thead>
        <tbody>
          {events.map((e, i) => <tr key={i}><td class="rro-nowrap">{dateTime(e.at)}</td><td>{e.who || "не указано"}</td>
            <td>{e.what}</td></tr>)}
        </tbody>
      </table>
    </>
  );
}

/** An entry without fields is the first one: the record was entered. */
function revisionEvent({ at, who, changes }: Revision): Event {
  if (!changes.length) return { at, who, what: "Запись внесена" };
  const what = changes.map((c) => (
    <div key={c.field}>
      {fieldName(c.field)}: <span class="rro-quiet">{c.from || "пусто"}</span> → {c.to || "пусто"}
    </div>
  ));
  return { at, who, what };
}

function archiveEvent(a: Archive): Event {
  const state = archiveStates.find((s) => s.state === a.state)?.label;
  const what = <>Вошло в архив <a href="#/archive">{a.parts[0]?.name}</a>
    {a.period && ` (${a.period})`}{state && `, ${state.toLowerCase()}`}</>;
  return { at: a.created, who: a.profile.personName, what };
}
