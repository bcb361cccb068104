// Options that several screens offer, each list once.
import { statuses, type Origin, type Status } from "../core/api.gen";

export const originLabels = { "": "Все", direct: "Поступившие напрямую", forwarded: "Поступившие из других органов" } as const;

export const originOptions = Object.entries(originLabels).map(([value, label]) => ({ value: value as Origin, label }));

export const statusOptions: readonly { value: Status; label: string }[] = statuses.map((s) => ({ value: s.status, label: s.label }));
