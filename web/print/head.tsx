// Labels and values of a sheet.
import { dateTime } from "../text/format";

/** The moment of printing, for the head of a sheet. */
export const printedAt = () => dateTime(new Date().toISOString());

export function Facts({ rows }: { rows: readonly (readonly [string, preact.ComponentChild])[] }) {
  return (
    <table class="rro-facts">
      <tbody>
        {rows.map(([name, value], i) => <tr key={i}><th scope="row">{name}</th><td>{value || "—"}</td></tr>)}
      </tbody>
    </table>
  );
}
