// The cells of the register, also for other screens.
import type { ComponentChildren } from "preact";
import { archiveStates, type ArchiveState, type RegisterRow, type RowQuestion } from "../../core/api.gen";
import { plural } from "../../text/format";

/** The first codes, and the number of the others with a tooltip. */
export function Codes({ codes, most = 2 }: { codes: readonly string[]; most?: number }) {
  return (
    <>
      {codes.slice(0, most).map((code, i) => <div key={i} class="rro-code">{code}</div>)}
      {codes.length > most && <div class="rro-quiet" title={codes.slice(most).join(", ")}>и
        ещё {codes.length - most}</div>}
    </>
  );
}

/** A line for each of the first questions, so that code and status of one question are on one line. */
export function EachQuestion({ row, show, rest }: { row: RegisterRow; show: (q: RowQuestion) => ComponentChildren;
  rest?: boolean }) {
  const most = 2, more = row.questions.slice(most);
  return (
    <>
      {row.questions.slice(0, most).map((q, i) => <div key={i} class="rro-line">{show(q) || "—"}</div>)}
      {rest && more.length > 0 && <div class="rro-quiet"
        title={more.map((q) => q.code).join(", ")}>и ещё {more.length}</div>}
    </>
  );
}

/** In words: colour alone is not accessible. */
export function Remarks({ row }: { row: Pick<RegisterRow, "errors" | "warnings"> }) {
  if (!row.errors && !row.warnings) return <span class="rro-quiet">нет</span>;
  return (
    <>
      {row.errors > 0 && <div class="rro-word-error">{plural(row.errors, "ошибка", "ошибки", "ошибок")}</div>}
      {row.warnings > 0 && <div class="rro-word-warning">
        {plural(row.warnings, "предупреждение", "предупреждения", "предупреждений")}</div>}
    </>
  );
}

const sentNames: Record<ArchiveState, string> = { "": "в архиве", formed: "в архиве", handed: "передано",
  loaded: "загружено", done: "завершено", failed: "" };

/** The last archive and its state: an archive that was formed may not be on the portal yet. */
export function Exported({ row: { exported, sentState } }: { row: Pick<RegisterRow, "exported" | "sentState"> }) {
  const state = archiveStates.find((s) => s.state === sentState);
  const [short, whole] = exported === "" ? ["нет", "Ни в один архив не входило."]
    : exported === "changed"
      ? ["изменено", `Изменено после последнего архива, в который входило. Его состояние: ` +
        `${state?.label.toLowerCase()}.`]
    : [sentNames[sentState], `Входит в сформированный архив в том виде, как сейчас. ${state?.label}: ${state?.hint}`];
  return <span class={"rro-nowrap rro-exported rro-exported-" + (exported || "never")} title={whole}>{short}</span>;
}
