// «Столбцы»: which columns are shown. The choice is in the address.
import { CheckField } from "../../ui/inputs";
import { Menu } from "../../ui/menu";
import { columns, defaultColumns } from "./columns";
import type { View } from "./view";

export function ColumnMenu({ view, onChange }: { view: View; onChange: (change: Partial<View>) => void }) {
  const set = (key: string, on: boolean) =>
    onChange({ cols: columns.map((c) => c.key).filter((k) => (k === key ? on : view.cols.includes(k))),
      page: view.page });
  return (
    <Menu id="columns" label="Столбцы">
      {columns.map((c) => (
        <CheckField key={c.key} id={"column-" + c.key} label={c.label} checked={view.cols.includes(c.key)}
          onChange={(on) => set(c.key, on)} />
      ))}
      {view.cols.join() !== defaultColumns.join() && (
        <button type="button" class="btn btn-sm btn-link"
          onClick={() => onChange({ cols: defaultColumns, page: view.page })}>Как было сначала</button>
      )}
    </Menu>
  );
}
