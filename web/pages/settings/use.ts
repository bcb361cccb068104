// The draft of the active profile, as long as the screen is open, and beyond
// it when something could not be written.
import { useEffect, useState } from "preact/hooks";
import type { ProfileRow } from "../../core/api.gen";
import { ProfileDraft } from "./draft";

let kept: ProfileDraft | null = null;

export function useDraft(row: ProfileRow | undefined): ProfileDraft {
  const [draft, setDraft] = useState(() => kept ?? new ProfileDraft());
  useEffect(() => {
    if (!row) return;
    const saved = draft.saved.peek();
    if (!saved || saved.id === row.profile.id) return draft.adopt(row);
    const next = new ProfileDraft(); // another body has become active
    next.adopt(row);
    setDraft(next);
  }, [row, draft]);
  useEffect(() => {
    const flush = () => void draft.flush();
    document.addEventListener("visibilitychange", flush);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      flush();
      kept = draft;
      void draft.flush().then(() => { if (kept === draft && !draft.dirty) kept = null; });
    };
  }, [draft]);
  return draft;
}
