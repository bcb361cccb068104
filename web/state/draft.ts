// The appeal being edited. It is saved while it is typed: the draft IS the record, there is no second copy to recover.
import { effect, signal } from "@preact/signals";
import { v4 as uuid } from "uuid";
import type { Appeal, Card, Finding, Question, Transfer } from "../core/api.gen";
import { client } from "../core/client";
import { asCoreError, stopped } from "../core/errors";
import { AutoSave } from "./autosave";
import { foreign } from "./saving";

export class Draft extends AutoSave {
  readonly appeal = signal<Appeal | null>(null);
  readonly card = signal<Card | null>(null); // the core's last answer
  readonly showAll = signal(false); // all findings, also of fields that the clerk has not left yet
  /** Why the last file chosen for a question was refused, by the question's id: the record does not have the file. */
  readonly refusedFiles = signal<ReadonlyMap<string, Finding[]>>(new Map());

  #unanswered: Appeal[] = []; // sent to a core that stopped: one of them may be stored

  constructor(readonly id: string, isNew: boolean) {
    super();
    if (isNew) this.appeal.value = blank(id);
    else void this.load();
  }

  /** Reads the stored record; what was typed here and is not saved is given up. */
  load(): Promise<void> {
    return this.replace(async () => {
      this.#take(await client.call("getAppeal", { id: this.id }));
      this.showAll.value = true;
    });
  }

  /** Shows what another tab stored, unless something was typed here meanwhile. */
  async follow(): Promise<void> {
    const before = this.appeal.peek();
    if (this.dirty || !this.card.peek()) return;
    const card = await client.call("getAppeal", { id: this.id }).catch(() => null);
    if (card && !this.dirty && this.appeal.peek() === before) this.#take(card);
  }

  /** Changes a copy of the record and has it saved soon. */
  change(edit: (appeal: Appeal) => void): void {
    const next = structuredClone(this.appeal.peek());
    if (!next) return;
    edit(next);
    this.appeal.value = next;
    this.changed();
  }

  refuseFile(questionId: string, findings: Finding[]): void {
    this.refusedFiles.value = new Map(this.refusedFiles.peek()).set(questionId, findings);
  }

  /** Writes this draft over what another tab has stored. */
  async overwrite(): Promise<void> {
    const stored = await client.call("getAppeal", { id: this.id });
    this.appeal.value = { ...this.appeal.peek()!, rev: stored.appeal.rev };
    await this.retry();
  }

  protected async write(): Promise<void> {
    const sent = this.appeal.peek()!;
    const card = await client.call("saveAppeal", { appeal: sent, unanswered: this.#unanswered })
      .catch((error: unknown) => {
      if (asCoreError(error).code === stopped) this.#unanswered.push(sent);
      throw error;
    });
    this.#unanswered = [];
    if (this.appeal.peek() === sent) this.#take(card);
    else this.appeal.value = { ...this.appeal.peek()!, rev: card.appeal.rev }; // more was typed meanwhile
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

const epoch = "0001-01-01T00:00:00Z"; // Go's zero time; the core sets the real time

function blank(id: string): Appeal {
  return {
    id, rev: 0, profileId: "", created: epoch, modified: epoch, isDirect: false, format: "Other", number: "",
      createDate: "",
    incomingDate: "", registrationDate: "", name: "", address: "", email: "", questions: [blankQuestion()],
    draft: false,
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
  // The card may be left before its first save was answered: its id is used all the same.
  if (draft.id === nextId.peek() && (draft.dirty || (draft.appeal.peek()?.rev ?? 0) > 0)) takeNextId();
  await draft.flush();
  if (!draft.dirty && open.get(draft.id) === draft) open.delete(draft.id);
}

/** What was typed and is not saved. */
export function unsaved(): Appeal[] {
  return [...open.values()].filter((draft) => draft.dirty).flatMap((draft) => draft.appeal.peek() ?? []);
}

/** Drops a draft whose record was deleted. */
export function dropDraft(draft: Draft) {
  draft.forget();
  open.delete(draft.id);
}

// An open card that is not being typed in shows what another tab does to its record.
effect(() => {
  if (foreign.value) open.forEach((draft) => void draft.follow());
});

/** The id of the next new appeal. An id is used once. */
export const nextId = signal(uuid());
export function takeNextId() {
  nextId.value = uuid();
}
