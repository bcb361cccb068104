// The profile being typed. Changes lie over the record that the core holds and
// go to it by themselves.
import { signal } from "@preact/signals";
import type { Finding, Profile, ProfileRow } from "../../core/api.gen";
import { client } from "../../core/client";
import { asCoreError, type CoreError } from "../../core/errors";
import { announce, forgetFailure, saving } from "../../state/saving";
import { afterPress } from "../../ui/press";

const delay = 250; // ms a change may wait; more typing does not put it off

export type Text = "name" | "departmentId" | "personId" | "personName" | "position";
export const texts: readonly Text[] = ["name", "departmentId", "personId", "personName", "position"];

const blank: Profile = { id: "", rev: 0, name: "", departmentId: "", personId: "", personName: "", position: "", closedAccess: false };

let serial = 0;

export class ProfileDraft {
  readonly serial = serial++; // tells the form of one body from that of the next
  readonly saved = signal<Profile | null>(null); // null until the core answers
  readonly edits = signal<Partial<Profile>>({});
  readonly findings = signal<readonly Finding[]>([]);
  readonly visited = signal<ReadonlySet<string>>(new Set());
  readonly error = signal<CoreError | null>(null);
  #known = false; // it held something when it was opened: then nothing is "not filled yet"
  #running: Promise<void> | null = null;
  #waiting: { timer: number; done: () => void } | null = null;

  get profile(): Profile {
    return { ...(this.saved.value ?? blank), ...this.edits.value };
  }

  /** Takes what the core holds now, unless it is older than what we know. */
  adopt(row: ProfileRow) {
    const have = this.saved.peek();
    if (!have) this.#known = texts.some((key) => key !== "name" && row.profile[key] !== ""); // a new body has a name
    if (have && have.rev > row.profile.rev) return;
    this.saved.value = row.profile;
    this.findings.value = row.findings;
  }

  change(edit: Partial<Profile>) {
    this.edits.value = { ...this.edits.value, ...edit };
    this.#waiting ??= { timer: setTimeout(() => afterPress(() => void this.flush()), delay), done: announce() };
  }

  visit(path: string): void {
    afterPress(() => {
      if (!this.visited.peek().has(path)) this.visited.value = new Set(this.visited.peek()).add(path);
      void this.flush();
    });
  }

  /** An empty field of a first form is not yet an error: nobody was there. */
  shown(): Finding[] {
    const profile = this.profile;
    return this.findings.value.filter((f) => {
      const key = f.field.replace("profile.", "") as Text;
      return this.#known || this.visited.value.has(f.field) || profile[key] !== "";
    });
  }

  get dirty(): boolean { return Object.keys(this.edits.peek()).length > 0; }

  /** Writes what was typed, one write after another; an error stops it. */
  async flush(): Promise<void> {
    while (this.dirty && this.saved.peek() && !this.error.peek() && !client.hello.peek()?.locked) {
      if (!this.#running) this.#running = this.#write().finally(() => (this.#running = null));
      await this.#running;
    }
  }

  async #write() {
    const sent = this.edits.peek(), waiting = this.#waiting;
    this.#waiting = null;
    clearTimeout(waiting?.timer);
    try {
      const { profile, findings } = await saving(() => client.call("saveProfile", { profile: { ...this.saved.peek()!, ...sent } }));
      this.saved.value = profile;
      this.findings.value = findings;
      this.edits.value = Object.fromEntries(Object.entries(this.edits.peek()).filter(([key, value]) => sent[key as keyof Profile] !== value));
    } catch (error) {
      this.error.value = asCoreError(error);
    } finally {
      waiting?.done();
    }
  }

  /** After a refused write: `mine` writes what was typed over what is stored. */
  async resolve(mine: boolean) {
    await client.call("reload", {});
    const { profiles } = await client.call("profiles", {});
    const row = profiles.find((r) => r.profile.id === this.saved.peek()?.id);
    if (!mine) this.edits.value = {};
    this.error.value = null;
    forgetFailure();
    if (row) this.adopt(row);
    await this.flush();
  }
}
