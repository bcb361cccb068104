// The state of an archive on its way to the portal. The program cannot know it: the clerk sets it, and can take it
// back. An error needs a note about what was wrong.
import { useState } from "preact/hooks";
import { archiveStates, type Archive, type ArchiveState, type ArchiveWay } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { saving, wrote } from "../../state/saving";
import { complain, say } from "../../state/toast";
import { dateTime } from "../../text/format";
import { Dialog } from "../../ui/dialog";
import { errorFindings } from "../../ui/error";
import { TextField } from "../../ui/inputs";

export const stateInfo = (state: ArchiveState) => archiveStates.find((s) => s.state === state) ?? archiveStates[0]!;

async function put(archive: Archive, state: ArchiveState, note: string, way?: ArchiveWay) {
  await saving(() => client.call("setArchiveState", { id: archive.id, state, note, way }));
}

/** Sets a state that needs no note, by a step or by the list. The message has a button that undoes it. */
export async function mark(archive: Archive, state: ArchiveState, way: ArchiveWay | undefined) {
  const was = archive.state, note = archive.states.at(-1)?.note ?? "", before = archive.way;
  try {
    await put(archive, state, "", way);
    say({ text: `${archive.parts[0]!.name}: ${stateInfo(state).label.toLowerCase()}.`,
      action: { label: "Вернуть", run: () => void put(archive, was, note, before).catch(complain) } });
  } catch (error) {
    complain(error);
  }
}

export function StateSelect({ archive }: { archive: Archive }) {
  const [asking, setAsking] = useState<ArchiveState>("");
  const choose = (state: ArchiveState) => (stateInfo(state).needsNote ? setAsking(state)
    : void mark(archive, state, archive.way));
  const bad = stateInfo(archive.state).needsNote;
  return (
    <>
      <select class={"form-select form-select-sm rro-state rro-state-" + (archive.state || "formed")}
        aria-label={"Состояние: " + archive.parts[0]!.name}
        title={stateInfo(archive.state).hint} value={archive.state}
        onChange={(e) => {
          const { state } = archiveStates[e.currentTarget.selectedIndex]!;
          e.currentTarget.value = archive.state; // it changes when the core has stored it
          choose(state);
        }}>
        {archiveStates.map((s) => <option key={s.state} value={s.state}>{s.label}</option>)}
      </select>
      {bad && <div class="rro-word-error rro-state-note">{archive.states.at(-1)?.note}</div>}
      {asking && <AskNote archive={archive} state={asking} onClose={() => setAsking("")} />}
    </>
  );
}

function AskNote({ archive, state, onClose }: { archive: Archive; state: ArchiveState; onClose: () => void }) {
  const [note, setNote] = useState("");
  const [error, setError] = useState<CoreError | null>(null);
  const save = () => void client.call("setArchiveState", { id: archive.id, state, note })
    .then(() => { wrote(); onClose(); }, (e) => setError(asCoreError(e)));
  return (
    <Dialog title="Портал не принял архив" onClose={onClose}>
      <form onSubmit={(e) => { e.preventDefault(); save(); }}>
        <TextField id={"note-" + archive.id} label="В чём ошибка" required value={note} onChange={setNote}
          findings={errorFindings(error, "note")}
          hint={"Сообщение портала или слова того, кто загружал. Обращения из этого архива снова будут считаться " +
          "невыгруженными."} />
        <div class="rro-dialog-actions">
          <button type="submit" class="btn btn-sm btn-primary">Отметить ошибку</button>
          <button type="button" class="btn btn-sm btn-outline-secondary" onClick={onClose}>Не отмечать</button>
        </div>
      </form>
    </Dialog>
  );
}

/** The states so far: when, what, who. */
export function History({ archive }: { archive: Archive }) {
  if (!archive.states.length) return <p class="rro-quiet">Состояние пока не отмечали.</p>;
  return (
    <table class="table table-sm rro-table rro-states" aria-label={"История состояний: " + archive.parts[0]!.name}>
      <thead><tr><th scope="col">Когда</th><th scope="col">Состояние</th><th scope="col">Кто отметил</th>
        <th scope="col">Примечание</th></tr></thead>
      <tbody>
        {archive.states.map((s, i) => (
          <tr key={i}><td class="rro-nowrap">{dateTime(s.at)}</td><th scope="row">{stateInfo(s.state).label}</th>
            <td>{s.who}</td><td>{s.note}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
