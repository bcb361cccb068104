// «Что дальше»: the steps after the download as a list to tick off. A ticked
// step is a state of the archive; it is taken back by choosing another state.
import { useEffect, useRef } from "preact/hooks";
import { archiveStates, type Archive } from "../../core/api.gen";
import { mark, stateInfo } from "./state";
import { waysOf, type Step } from "./ways";

export function Steps({ archive }: { archive: Archive }) {
  return (
    <>
      <h3>Что дальше</h3>
      <p class="rro-quiet">{archive.profile.closedAccess
        ? "В профиле отмечен доступ к закрытой сети: подойдёт любой из трёх способов загрузки."
        : "В профиле нет доступа к закрытой сети: файл передают органу, у которого он есть, либо загружают через открытую сеть."}</p>
      {waysOf(archive).map((way, i) => (
        <details key={way.title} class="rro-way" open={i === 0}>
          <summary>{way.title}</summary>
          <ol>{way.steps.map((step, n) => <Line key={n} archive={archive} step={step} />)}</ol>
        </details>
      ))}
    </>
  );
}

const order = (archive: Archive) => (stateInfo(archive.state).needsNote ? -1 : archiveStates.findIndex((s) => s.state === archive.state));

function Line({ archive, step }: { archive: Archive; step: Step }) {
  const pressed = useRef<HTMLElement | null>(null);
  const done = step.state !== undefined && order(archive) >= archiveStates.indexOf(stateInfo(step.state));
  useEffect(() => { // its button is gone: on to the next one
    const way = pressed.current;
    pressed.current = null;
    if (done) (way?.querySelector("button") ?? way?.querySelector("summary"))?.focus();
  }, [done]);
  if (!step.state) return <li>{step.text}</li>;
  const info = stateInfo(step.state);
  return (
    <li class={done ? "rro-step-done" : ""}>
      {step.text}{" "}
      {done ? <span class="rro-done-mark">✓ сделано</span> : (
        <button type="button" class="btn btn-sm btn-outline-primary" title={info.hint} 
          onClick={(e) => { pressed.current = e.currentTarget.closest("details"); void mark(archive, info.state); }}>Отметить: {info.label.toLowerCase()}</button>
      )}
    </li>
  );
}
