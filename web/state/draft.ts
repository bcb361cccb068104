// The record being edited. It is saved while it is typed: at most 300 ms after
// a change, at once when the tab is hidden or the card is left. The draft IS
// the record: there is no second copy to recover.
import { effect, signal } from "@preact/signals";
import { v4 as uuid } from "uuid";
import type { Appeal, Card, Finding, Question, Transfer } from "../core/api.gen";
import { client } from "../core/client";
import { asCoreError, CoreError, stopped } from "../core/errors";
import { announce, changes, copied, foreign, forgetFailure, markUnwritten, saving } from "./saving";
import { afterPress } from "../ui/press";

const delay = 300; // ms a change may wait; more typing does not put it off
const again = 5000; // ms after which a save that was refused is tried again

export class Draft {
  readonly appeal = signal<Appeal | null>(null);
  readonly card = signal<Card | null>(null); // the core's last word on it
  readonly error = signal<CoreError | null>(null);
  /** Fields the clerk has left: before that nothing says that they are empty. */
  readonly visited = signal<ReadonlySet<string>>(new Set());
  readonly showAll = signal(false);
  /** Why the last file chosen for a question was not taken, by the question's id: the record knows nothing of it. */
  readonly refusedFiles = signal<ReadonlyMap<string, Finding[]>>(new Map());

  #version = 0;
  #saved = 0;
  #waiting: { timer: number; done: () => void } | null = null;
  #running: Promise<void> | null = null;
  #unanswered: Appeal[] = []; // sent to a core that stopped: one of them may be stored
  #retry = 0;

  constructor(readonly id: string, isNew: boolean) {
    if (isNew) this.appeal.value = blank(id);
    else void this.load();
  }

  get dirty(): boolean { return this.#version !== this.#saved; }

  /** Reads the stored record; what was typed here and not saved is given up. */
  async load(): Promise<void> {
    if (this.#running) await this.#running;
    const dirty = this.dirty;
    // Nothing of it may be written while the stored record is on its way.
    this.#saved = this.#version;
    clearTimeout(this.#waiting?.timer);
    this.#waiting?.done();
    this.#waiting = null;
    try {
      this.#take(await client.call("getAppeal", { id: this.id }));
      this.showAll.value = true; // a stored record shows all that is wrong with it
      this.#saved = this.#version;
      this.error.value = null;
      markUnwritten(this, null);
      forgetFailure();
    } catch (error) {
      if (dirty) this.#version++; // still here, still not saved
      this.error.value = asCoreError(error);
    }
  }

  /** Follows what another tab stored, unless something was typed here meanwhile. */
  async follow(): Promise<void> {
    const version = this.#version;
    if (this.dirty || !this.card.peek()) return;
    const card = await client.call("getAppeal", { id: this.id }).catch(() => null);
    if (card && version === this.#version) this.#take(card);
  }

  /** Changes a copy of the record and has it saved soon. */
  change(edit: (appeal: Appeal) => void): void {
    const next = structuredClone(this.appeal.peek());
    if (!next) return;
    edit(next);
    this.appeal.value = next;
    this.#version++;
    this.#waiting ??= { timer: setTimeout(() => afterPress(() => void this.flush()), delay), done: announce() };
  }

  visit(path: string): void {
    afterPress(() => {
      if (!this.visited.peek().has(path)) this.visited.value = new Set(this.visited.peek()).add(path);
      void this.flush();
    });
  }

  refuseFile(questionId: string, findings: Finding[]): void {
    this.refusedFiles.value = new Map(this.refusedFiles.peek()).set(questionId, findings);
  }

  /** Saves what is not saved; resolves when it is on disk or has failed. */
  async flush(): Promise<void> {
    while (this.dirty && !client.hello.peek()?.locked) {
      if (this.#running) await this.#running;
      else {
        this.#running = this.#save().finally(() => (this.#running = null));
        await this.#running;
        if (this.error.peek()) return;
      }
    }
  }

  /** Writes this draft over what another tab has stored. */
  async overwrite(): Promise<void> {
    const stored = await client.call("getAppeal", { id: this.id });
    this.appeal.value = { ...this.appeal.peek()!, rev: stored.appeal.rev };
    this.error.value = null;
    await this.flush();
  }

  async #save(): Promise<void> {
    const version = this.#version, sent = this.appeal.peek()!;
    const waiting = this.#waiting;
    this.#waiting = null;
    clearTimeout(waiting?.timer);
    try {
      const card = await saving(() => client.call("saveAppeal", { appeal: sent, unanswered: this.#unanswered }));
      this.#saved = version;
      this.#unanswered = [];
      this.error.value = null;
      markUnwritten(this, null);
      if (version === this.#version) this.#take(card);
      else this.appeal.value = { ...this.appeal.peek()!, rev: card.appeal.rev };
    } catch (error) {
      const { code } = (this.error.value = asCoreError(error));
      markUnwritten(this, this.error.value);
      if (code === stopped) this.#unanswered.push(sent);
      else if (code === "conflict") await client.call("reload", {}).catch(() => {});
      else this.#saveLater();
    } finally {
      waiting?.done();
    }
  }

  /** The store may have room again, or another tab be closed. */
  #saveLater() {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => { if (this.dirty && client.state.peek().phase === "ready") void this.flush(); }, again);
  }

  #take(card: Card) {
    this.card.value = card;
    this.appeal.value = card.appeal;
  }
}

export const blankTransfer = (): Transfer =>
  ({ id: uuid(), departmentId: "", departmentName: "", transferDate: "", transferNumber: "" });

export const blankQuestion = (): Question =>
  ({ id: uuid(), code: "", status: "", responseDate: "", transfers: [] });

const epoch = "0001-01-01T00:00:00Z"; // Go's zero time: the core sets the real one

function blank(id: string): Appeal {
  return {
    id, rev: 0, profileId: "", created: epoch, modified: epoch, isDirect: false, format: "Other", number: "", createDate: "",
    incomingDate: "", registrationDate: "", name: "", address: "", email: "", questions: [blankQuestion()], draft: false,
  };
}

// Drafts stay until they are saved, also when the clerk leaves the card.
const open = new Map<string, Draft>();

export function openDraft(id: string, isNew: boolean): Draft {
  let draft = open.get(id);
  if (!draft) open.set(id, (draft = new Draft(id, isNew)));
  return draft;
}

export async function closeDraft(draft: Draft): Promise<void> {
  // Left before its first save was answered: its id must not be given out again.
  if (draft.id === nextId.peek() && (draft.dirty || (draft.appeal.peek()?.rev ?? 0) > 0)) takeNextId();
  await draft.flush();
  if (!draft.dirty && open.get(draft.id) === draft) open.delete(draft.id);
}

/** What stands on the screen and could not be saved. */
export function unsaved(): Appeal[] {
  return [...open.values()].filter((draft) => draft.dirty).flatMap((draft) => draft.appeal.peek() ?? []);
}

/** Forgets a draft whose record is gone. */
export function dropDraft(draft: Draft) {
  markUnwritten(draft, null);
  open.delete(draft.id);
}

/** Where nothing is kept, what was entered goes with the tab, unless a copy was made since. */
const lostOnLeaving = () => !!client.hello.peek()?.memory && changes.peek() > copied.peek();

const flushAll = () => open.forEach((draft) => void draft.flush());

addEventListener("pagehide", flushAll);
addEventListener("blur", flushAll);
document.addEventListener("visibilitychange", flushAll);
addEventListener("beforeunload", (event) => {
  flushAll();
  if ([...open.values()].some((draft) => draft.dirty) || lostOnLeaving()) event.preventDefault();
});
// After a stop of the core what was not saved is saved by the new one, once it
// has the passphrase.
effect(() => {
  if (client.state.value.phase === "ready" && !client.hello.value?.locked) flushAll();
});

// A card that only stands open follows what another tab does to its record.
effect(() => {
  if (foreign.value) open.forEach((draft) => void draft.follow());
});

/** The id that the next new appeal gets; taken ids are not given out again. */
export const nextId = signal(uuid());
export function takeNextId() {
  nextId.value = uuid();
}
