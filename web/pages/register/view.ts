// The register's filters, sort order, page and columns. They are in the address, so that Back, bookmarks and «Закрыть»
// of a card return to the same view.
import type { Origin, RegisterReq, SortKey, Status } from "../../core/api.gen";
import { unveil, veil } from "../../state/veil";
import { defaultColumns } from "./columns";

export const pageSize = 50;

export interface View extends RegisterReq {
  cols: readonly string[]; // shown columns
}

/** The parts of the address by name. */
const texts = { origin: "origin", status: "status", query: "q", code: "code", recipient: "to", sort: "sort" } as const;
const numbers = { year: "year", month: "month" } as const;
const flags = { onlyErrors: "errors", onlyDrafts: "drafts", notExported: "new", changedSince: "changed",
  desc: "desc" } as const;

const plainly: ReadonlySet<string> = new Set(["origin", "status", "sort"]); // no personal data

/** The empty filters. */
export const noFilter = {
  year: 0, month: 0, origin: "" as Origin, status: "" as Status, query: "", code: "", recipient: "",
  onlyErrors: false, onlyDrafts: false, notExported: false, changedSince: false,
};

const names = <T extends object>(o: T) => Object.entries(o) as [keyof T, string][];

export function readView(query: URLSearchParams): View {
  const view = { ...noFilter, sort: "" as SortKey, desc: false, page: Math.max(0, (Number(query.get("page")) || 1) - 1),
    size: pageSize };
  for (const [field, name] of names(texts)) Object.assign(view, { [field]: unveil(query.get(name) ?? "") });
  for (const [field, name] of names(numbers)) view[field] = Number(query.get(name)) || 0;
  for (const [field, name] of names(flags)) view[field] = query.get(name) === "1";
  const cols = query.get("cols");
  return { ...view, cols: cols === null ? defaultColumns : cols.split(",") };
}

export function viewHash(view: View): string {
  const query = new URLSearchParams();
  for (const [field, name] of names(numbers)) if (view[field]) query.set(name, String(view[field]));
  for (const [field, name] of names(texts)) if (view[field])
    query.set(name, plainly.has(field) ? view[field] : veil(view[field]));
  for (const [field, name] of names(flags)) if (view[field]) query.set(name, "1");
  if (view.page) query.set("page", String(view.page + 1));
  if (view.cols.join() !== defaultColumns.join()) query.set("cols", view.cols.join());
  const text = query.toString();
  return "#/appeals" + (text && "?" + text);
}

/** Equal for equal filters, whatever the sort, page and columns. */
export function filterKey(view: View): string {
  return JSON.stringify(names(noFilter)
    .map(([field]) => (typeof view[field] === "string" ? String(view[field]).trim() : view[field])));
}

export function isFiltered(view: View): boolean {
  return filterKey(view) !== filterKey({ ...view, ...noFilter });
}

/** How many filters of the second row are set. */
export function furtherSet(view: View): number {
  return [view.code.trim(), view.recipient, view.onlyErrors, view.onlyDrafts, view.notExported,
    view.changedSince].filter(Boolean).length;
}

/** Newest changes first, unless a column was chosen. */
export function request({ cols: _, ...view }: View): RegisterReq {
  return view.sort ? view : { ...view, sort: "modified", desc: true };
}

/** A click on a header: ascending, descending, then newest first again. */
export function nextSort(view: View, key: SortKey): Partial<View> {
  if (view.sort !== key) return { sort: key, desc: false };
  return view.desc ? { sort: "", desc: false } : { desc: true };
}
