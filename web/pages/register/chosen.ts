// Which appeals are ticked. The choice belongs to a filter: it stays while the clerk turns pages, sorts or opens a
// card. Another filter clears it, so that nothing out of sight is changed.
import { signal } from "@preact/signals";
import { filterKey, type View } from "./view";

type Ids = ReadonlySet<string>;

const none: Ids = new Set();
const chosen = signal<{ filter: string; ids: Ids }>({ filter: "", ids: none });

export interface Choice {
  ids: Ids;
  put: (ids: Iterable<string>, on: boolean) => void;
  clear: () => void;
}

export function choiceOf(view: View): Choice {
  const filter = filterKey(view);
  const ids = () => (chosen.peek().filter === filter ? chosen.peek().ids : none);
  void chosen.value; // subscribes the component to changes
  return {
    ids: ids(),
    put: (list, on) => {
      const next = new Set(ids());
      for (const id of list) next[on ? "add" : "delete"](id);
      chosen.value = { filter, ids: next };
    },
    clear: () => { chosen.value = { filter, ids: none }; },
  };
}
