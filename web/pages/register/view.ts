// The register's filters, sort and page. They stand in the address, so that
// Back from a card returns to the same view.
import type { Origin, RegisterReq, SortKey, Status } from "../../core/api.gen";

export const pageSize = 50;

export type View = RegisterReq;

export function readView(query: URLSearchParams): View {
  const text = (key: string) => query.get(key) ?? "";
  return {
    year: Number(text("year")) || 0, month: Number(text("month")) || 0, origin: text("origin") as Origin, status: text("status") as Status,
    query: text("q"), sort: text("sort") as SortKey, desc: text("desc") === "1", page: Math.max(0, (Number(text("page")) || 1) - 1), size: pageSize,
  };
}

export function viewHash(view: View): string {
  const query = new URLSearchParams();
  const put = (key: string, value: string | number) => { if (value) query.set(key, String(value)); };
  put("year", view.year);
  put("month", view.month);
  put("origin", view.origin);
  put("status", view.status);
  put("q", view.query);
  put("sort", view.sort);
  put("desc", view.desc ? 1 : 0);
  put("page", view.page ? view.page + 1 : 0);
  const text = query.toString();
  return "#/appeals" + (text && "?" + text);
}

export function isFiltered(view: View): boolean {
  return Boolean(view.year || view.month || view.origin || view.status || view.query.trim());
}

/** Newest changes first, unless a column was chosen. */
export function request(view: View): RegisterReq {
  return view.sort ? view : { ...view, sort: "modified", desc: true };
}

/** A click on a header: upwards, downwards, back to the newest first. */
export function nextSort(view: View, key: SortKey): View {
  if (view.sort !== key) return { ...view, sort: key, desc: false, page: 0 };
  return view.desc ? { ...view, sort: "", desc: false, page: 0 } : { ...view, desc: true, page: 0 };
}
