// The draft of the active profile, as long as the screen is open, and longer when something could not be written.
import { useEffect, useState } from "preact/hooks";
import type { ProfileRow } from "../../core/api.gen";
import { ProfileDraft } from "./draft";

const unsaved = new Map<string, ProfileDraft>(); // by body

export function useDraft(row: ProfileRow | undefined): ProfileDraft {
  const [draft, setDraft] = useState(() => new ProfileDraft());
  useEffect(() => {
    if (!row) return;
    const id = row.profile.id, shown = draft.saved.peek()?.id;
    if (shown === id) return draft.adopt(row);
    const next = unsaved.get(id) ?? (shown ? new ProfileDraft() : draft); // another body may have become active
    next.adopt(row);
    setDraft(next);
  }, [row, draft]);
  useEffect(() => () => {
    const id = draft.saved.peek()?.id;
    if (!id) return;
    unsaved.set(id, draft);
    void draft.flush().then(() => { if (!draft.dirty && unsaved.get(id) === draft) unsaved.delete(id); });
  }, [draft]);
  return draft;
}
