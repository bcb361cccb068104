// The request for an archive is in the address, so that Back, bookmarks and links from other screens lead to the same
// list.
import { archiveModes, type ArchiveMode, type ArchiveModeInfo, type Month, type PlanReq,
  type RegisterReq } from "../../core/api.gen";
import { unveil, veil } from "../../state/veil";
import { noFilter as restOfRegister } from "../register/view";

/** A PlanReq that always has a filter. */
export type Asked = PlanReq & { filter: RegisterReq };

const filterTexts = { origin: "type", status: "status", query: "q", code: "code", recipient: "recipient" } as const;
const names = <T extends object>(o: T) => Object.entries(o) as [keyof T & string, string][];

/** The empty filter. It has no period, because the mode has one. */
export const noFilter: RegisterReq = { ...restOfRegister, sort: "", desc: false, page: 0, size: 0 };

export function modeInfo(mode: ArchiveMode): ArchiveModeInfo {
  return archiveModes.find((m) => m.mode === mode) ?? archiveModes[0]!;
}

export function readAsked(query: URLSearchParams): Asked {
  const filter = { ...noFilter };
  for (const [field, name] of names(filterTexts)) Object.assign(filter, { [field]: unveil(query.get(name) ?? "") });
  return {
    mode: modeInfo((query.get("mode") ?? "") as ArchiveMode).mode, filter,
    month: { year: Number(query.get("year")) || 0, month: Number(query.get("month")) || 0 },
    from: query.get("from") ?? "", to: query.get("to") ?? "",
  };
}

/** How many conditions the filter has. */
export function filterSet(filter: RegisterReq): number {
  return names(filterTexts).filter(([field]) => filter[field].trim()).length;
}

/** The request to the core: without an empty filter. */
export function request({ filter, ...plan }: Asked): PlanReq {
  return filterSet(filter) ? { ...plan, filter } : plan;
}

/** Removes what the mode does not need. */
export function tidy(asked: Asked): Asked {
  const { period } = modeInfo(asked.mode);
  return {
    ...asked,
    ...(period !== "month" && { month: { year: 0, month: 0 } }),
    ...(period !== "range" && { from: "", to: "" }),
  };
}

export function askedHash({ mode, month, from, to, filter }: Asked): string {
  const query = monthQuery(month);
  if (mode !== archiveModes[0]!.mode) query.set("mode", mode);
  if (from) query.set("from", from);
  if (to) query.set("to", to);
  for (const [field, name] of names(filterTexts)) if (filter[field])
    query.set(name, field === "origin" || field === "status" ? filter[field] : veil(filter[field]));
  return hash(query);
}

export function archiveHash(month: Month, zero = false): string {
  const query = monthQuery(month);
  if (zero) query.set("zero", "1");
  return hash(query);
}

function monthQuery({ year, month }: Month): URLSearchParams {
  const query = new URLSearchParams();
  if (year) query.set("year", String(year));
  if (month) query.set("month", String(month));
  return query;
}

function hash(query: URLSearchParams): string {
  const text = query.toString();
  return "#/archive" + (text && "?" + text);
}
