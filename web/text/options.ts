// Options that several screens offer, each list once.
import { statuses, type Origin, type OwnResult, type Status } from "../core/api.gen";

export const originLabels = { "": "Все", direct: "Поступившие напрямую",
  forwarded: "Поступившие из других органов" } as const;

export const originOptions = Object.entries(originLabels).map(([value, label]) => ({ value: value as Origin, label }));

export const statusOptions: readonly { value: Status; label: string }[] =
  statuses.map((s) => ({ value: s.status, label: s.label }));

export type Outcome = Pick<OwnResult, "status" | "actionsTaken">;

const meanings = statuses.flatMap((s): { outcome: Outcome; label: string }[] =>
  (s.actionsTaken === "required" ? [undefined, true, false] : [undefined]).map((taken) => ({
    outcome: { status: s.status, ...(taken === undefined ? {} : { actionsTaken: taken }) },
    label: s.label + (taken === undefined ? "" : taken ? ", меры приняты" : ", меры не приняты"),
  })));

const keyOf = (o: Outcome) => o.status + (o.actionsTaken === undefined ? "" : o.actionsTaken ? " +" : " -");

/** What an own result may mean: a status and, where the portal asks, whether measures were taken. */
export const outcomeOptions: readonly { value: string; label: string }[] =
  meanings.map((m) => ({ value: keyOf(m.outcome), label: m.label }));

/** The option of an outcome; "" without a status. */
export const outcomeKey = (o: Outcome): string => (o.status ? keyOf(o) : "");

/** The outcome of an option. */
export const outcomeOf = (key: string): Outcome => meanings.find((m) => keyOf(m.outcome) === key)?.outcome
  ?? { status: "" };

export const outcomeLabel = (o: Outcome): string => outcomeOptions.find((x) => x.value === outcomeKey(o))?.label ?? "";
