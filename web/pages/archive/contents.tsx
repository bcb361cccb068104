// Everything about an archive of the journal: its next steps, its state, what is in it and what stayed out.
import { useState } from "preact/hooks";
import type { Archive, EntrySince } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { dateTime, label } from "../../text/format";
import { Answered } from "../../ui/page";
import { CoveredArchive } from "./covered";
import { StayedOut } from "./made";
import { Papers } from "./papers";
import { History } from "./state";
import { Steps } from "./steps";

const confirmations = ["noDirect", "noAdministration", "noOtherBodies", "looked"] as const;

function toMade(e: Event) {
  e.preventDefault(); // the address is a route
  const made = document.getElementById("made");
  made?.scrollIntoView({ block: "center" });
  made?.focus();
}

/** shown: the archive was just formed and is above, with its steps. */
export function Contents({ archive, shown }: { archive: Archive; shown: boolean }) {
  const [covering, setCovering] = useState(false);
  const steps = !shown && !archive.cleared; // a cleared archive has no file any more
  const cover = <button type="button" class="btn btn-sm btn-outline-primary"
    onClick={() => setCovering(true)}>Скачать под паролем…</button>;
  return (
    <div class="rro-contents">
      {archive.cleared && <p>Содержимое удалено по сроку хранения {dateTime(archive.cleared)}. Остались дата, имя файла,
        контрольная сумма и число записей.</p>}
      {covering && <CoveredArchive archive={archive} onClose={() => setCovering(false)} />}
      {shown ? <p>Протокол, дальнейшие шаги и то, что не вошло, — выше, под
        заголовком <a href="#made" onClick={toMade}>«Архив сформирован»</a>.</p> : !archive.cleared &&
        <Papers archive={archive}>{cover}</Papers>}
      {shown && !archive.cleared && <div class="rro-actions">{cover}</div>}
      <div class={steps ? "rro-halves" : ""}>
        {steps && <div><Steps archive={archive} /></div>}
        <div>
          <h3>История состояний</h3>
          <History archive={archive} />
          <h3>Кем и чем сформирован</h3>
          <p>{archive.profile.name}, {archive.profile.position} {archive.profile.personName.replace(/\.$/, "")}.
            Программа {archive.program}, формат {archive.format}, классификатор от {archive.codes}.</p>
          {archive.parts.map((part) => <p key={part.name} class="rro-sum">{part.name}: SHA-256 {part.sha256}</p>)}
        </div>
      </div>
      {archive.zero && (
        <>
          <h3>Подтверждено при формировании</h3>
          <ul>{confirmations.filter((key) => archive.zero?.[key])
            .map((key) => <li key={key}>{label("zero." + key)}</li>)}</ul>
          <p>
            {archive.confirmed ? "Образец нулевого отчёта был известен." : "Образец нулевого отчёта был неизвестен."}
          </p>
        </>
      )}
      {archive.count > 0 && <Entries archive={archive} />}
      {!shown && <StayedOut archive={archive} />}
    </div>
  );
}

const since: Record<EntrySince, string> = { "": "", changed: " (изменено с тех пор)",
  sent: " (есть и в следующем архиве)", gone: " (удалено из реестра)" };

function Entries({ archive }: { archive: Archive }) {
  const entries = useCall("archiveEntries", { id: archive.id });
  return (
    <>
      <h3>Обращения в архиве</h3>
      <Answered of={entries} text="Читаем список…">{(data) => (
        <p>{data.entries.map((e, i) => <span key={e.id}>{i > 0 && ", "}
          {e.since === "gone" ? e.number || "без номера" : <a
            href={"#/appeals/" + e.id}>{e.number || "без номера"}</a>}{since[e.since]}</span>)}</p>
      )}</Answered>
    </>
  );
}
