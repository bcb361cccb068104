// What stands in the cells of the register, also on other screens.
import type { ExportState, RegisterRow } from "../../core/api.gen";
import { plural } from "../../text/format";

/** The first codes; the rest are counted, and told on hover. */
export function Codes({ codes, most = 2 }: { codes: readonly string[]; most?: number }) {
  return (
    <>
      {codes.slice(0, most).map((code, i) => <div key={i} class="rro-code">{code}</div>)}
      {codes.length > most && <div class="rro-quiet" title={codes.slice(most).join(", ")}>и ещё {codes.length - most}</div>}
    </>
  );
}

/** In words: colour alone says nothing. */
export function Remarks({ row }: { row: Pick<RegisterRow, "errors" | "warnings"> }) {
  if (!row.errors && !row.warnings) return <span class="rro-quiet">нет</span>;
  return (
    <>
      {row.errors > 0 && <div class="rro-word-error">{plural(row.errors, "ошибка", "ошибки", "ошибок")}</div>}
      {row.warnings > 0 && <div class="rro-word-warning">{plural(row.warnings, "предупреждение", "предупреждения", "предупреждений")}</div>}
    </>
  );
}

const exportNames: Record<ExportState, string> = { "": "не выгружено", same: "выгружено", changed: "изменено после выгрузки" };

/** Where it stands with the archives. */
export function Exported({ state }: { state: ExportState }) {
  return <span class={"rro-exported rro-exported-" + (state || "never")}>{exportNames[state]}</span>;
}
