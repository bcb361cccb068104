// What the parts of the card share: the draft, and the props of a field by its path.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { statuses, type Finding, type Need, type StatusInfo } from "../../core/api.gen";
import type { Draft } from "../../state/draft";
import { label } from "../../text/format";
import { fieldId } from "../../ui/findings";

export const DraftContext = createContext<Draft | null>(null);

export function useDraft(): Draft {
  return useContext(DraftContext)!;
}

/** The findings that the clerk should see now. */
export function shownFindings(draft: Draft): Finding[] {
  const all = draft.card.value?.findings ?? [];
  return [...refusedFiles(draft), ...(draft.showAll.value ? all : all.filter((f) => draft.visited.value.has(f.field)))];
}

/** The findings of refused files, at their questions. */
function refusedFiles(draft: Draft): Finding[] {
  const refused = draft.refusedFiles.value;
  return (draft.appeal.value?.questions ?? []).flatMap((q, i) => {
    const row = statusRow(q.status);
    if (!row || row.attachment === "absent") return [];
    return (refused.get(q.id) ?? []).map((f) => ({ ...f, field: `questions.${i}.attachment` }));
  });
}

/** The props of the control of a path. */
export function useField(path: string) {
  const draft = useDraft();
  return {
    id: fieldId(path),
    label: label(path),
    findings: shownFindings(draft).filter((f) => f.field === path),
    onBlur: () => draft.visit(path),
  };
}

export function statusRow(status: string): StatusInfo | undefined {
  return statuses.find((s) => s.status === status);
}

/** Whether a question needs the field; a question without a status counts as needing it. */
export function anyNeeds(draft: Draft, pick: (row: StatusInfo) => Need): boolean {
  return (draft.appeal.value?.questions ?? []).some((q) => {
    const row = statusRow(q.status);
    return !row || pick(row) === "required";
  });
}
