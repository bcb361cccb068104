// «Что дальше»: the steps after the download, to tick off. A ticked step is a state of the archive. To take it back,
// the clerk chooses another state.
import { useEffect, useRef, useState } from "preact/hooks";
import { archiveStates, type Archive, type ArchiveState, type ArchiveWay } from "../../core/api.gen";
import { CoveredArchive } from "./covered";
import { mark, stateInfo } from "./state";
import { waysOf, type Step } from "./ways";

export function Steps({ archive }: { archive: Archive }) {
  const [covering, setCovering] = useState(false);
  return (
    <>
      <h3>Что дальше</h3>
      <p class="rro-quiet">{archive.profile.closedAccess
        ? "В профиле отмечен доступ к закрытой сети: подойдёт любой из трёх способов загрузки."
        : "В профиле нет доступа к закрытой сети: файл передают органу, у которого он есть, либо загружают через " +
          "открытую сеть."}</p>
      {waysOf(archive).map((way, i) => (
        <details key={way.way} class="rro-way" open={i === 0 || way.way === archive.way}>
          <summary>{way.title}</summary>
          <ol>{way.steps.map((step, n) => <Line key={n} archive={archive} way={way.way} step={step}
            onCover={() => setCovering(true)} />)}</ol>
        </details>
      ))}
      {!archive.way && reached(archive) > 0 && <p class="rro-quiet">Состояние «{stateInfo(archive.state).label}»
        отмечено в журнале, каким способом — не сказано.</p>}
      {covering && <CoveredArchive archive={archive} onClose={() => setCovering(false)} />}
    </>
  );
}

const order = (state: ArchiveState) => archiveStates.findIndex((s) => s.state === state);
const reached = (archive: Archive) => (stateInfo(archive.state).needsNote ? -1 : order(archive.state));

interface LineProps {
  archive: Archive;
  way: ArchiveWay;
  step: Step;
  onCover: () => void;
}

/** Each way has its own steps: a step done on one way is not done on another. */
function Line({ archive, way, step, onCover }: LineProps) {
  const pressed = useRef<HTMLElement | null>(null);
  const done = step.state !== undefined && archive.way === way && reached(archive) >= order(step.state);
  useEffect(() => { // its button was removed: focus the next one
    const place = pressed.current;
    pressed.current = null;
    if (done) (place?.querySelector<HTMLElement>("li:not(.rro-step-done) button")
      ?? place?.querySelector("summary"))?.focus();
  }, [done]);
  const cover = step.cover && !archive.cleared &&
    <button type="button" class="btn btn-sm btn-outline-primary" onClick={onCover}>Скачать под паролем…</button>;
  if (!step.state) return <li>{step.text}</li>;
  const info = stateInfo(step.state);
  return (
    <li class={done ? "rro-step-done" : ""}>
      {step.text}{" "}{cover}{" "}
      {done ? <span class="rro-done-mark">✓ сделано</span> : (
        <button type="button" class="btn btn-sm btn-outline-primary" title={info.hint}
          onClick={(e) => { pressed.current = e.currentTarget.closest("details"); void mark(archive, info.state, way);
          }}>{step.mark}</button>
      )}
    </li>
  );
}
