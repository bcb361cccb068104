// What the clerk sees while the core cannot answer. It uses aria-live, because the page's only role="status" is the
// save state.
import { client } from "./client";

/** Empty while the core is ready; otherwise what happens and what to do. */
export function CoreNotice() {
  const { phase, text, hint, detail } = client.state.value;
  if (phase === "ready") return null;
  if (phase === "starting") return <p aria-live="polite" class="rro-core-notice">{text}</p>;
  return (
    <div role="alert" class="rro-core-notice rro-core-failed">
      <p><strong>{text}</strong></p>
      <p>{hint}</p>
      <button type="button" class="btn btn-primary btn-sm" onClick={() => client.restart()}>Перезапустить</button>
      {detail && <details><summary>Подробности для специалиста</summary><pre>{detail}</pre></details>}
    </div>
  );
}
