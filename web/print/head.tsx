// Labels and values of a sheet.
export function Facts({ rows }: { rows: readonly (readonly [string, preact.ComponentChild])[] }) {
  return (
    <table class="rro-facts">
      <tbody>{rows.map(([name, value], i) => <tr key={i}><th scope="row">{name}</th><td>{value || "—"}</td></tr>)}</tbody>
    </table>
  );
}
