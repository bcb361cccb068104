// The profile being edited: what was typed, over the record that the core has. It is saved while it is typed.
import { signal } from "@preact/signals";
import type { Finding, Profile, ProfileRow } from "../../core/api.gen";
import { client } from "../../core/client";
import { stopped } from "../../core/errors";
import { AutoSave } from "../../state/autosave";

export type Text = "name" | "departmentId" | "personId" | "personName" | "position";
export const texts: readonly Text[] = ["name", "departmentId", "personId", "personName", "position"];

const blank: Profile = {
  id: "", rev: 0, name: "", departmentId: "", personId: "", personName: "", position: "", closedAccess: false,
};

let serial = 0;

export class ProfileDraft extends AutoSave {
  readonly serial = serial++; // each body has a form of its own
  readonly saved = signal<Profile | null>(null); // null until the core answers
  readonly edits = signal<Partial<Profile>>({});
  readonly findings = signal<readonly Finding[]>([]);
  #known = false; // it was filled in before: then empty fields are errors at once

  get profile(): Profile {
    return { ...(this.saved.value ?? blank), ...this.edits.value };
  }

  /** Takes what the core has now, unless it is older than what is shown. */
  adopt(row: ProfileRow) {
    const have = this.saved.peek();
    if (!have) this.#known = texts.some((key) => key !== "name" && row.profile[key] !== ""); // a new body has a name
    if (have && have.rev > row.profile.rev) return;
    this.saved.value = row.profile;
    this.findings.value = row.findings;
  }

  change(edit: Partial<Profile>) {
    this.edits.value = { ...this.edits.value, ...edit };
    this.changed();
  }

  /** In a new form an empty field is an error only after the clerk has left it. */
  shown(): Finding[] {
    const profile = this.profile;
    return this.findings.value.filter((f) => {
      const key = f.field.replace("profile.", "") as Text;
      return this.#known || this.visited.value.has(f.field) || profile[key] !== "";
    });
  }

  protected async write(): Promise<void> {
    if (this.error.peek()?.code === stopped) await this.#read(); // the write that was not answered may be stored
    const sent = this.edits.peek();
    const { profile, findings } = await client.call("saveProfile", { profile: { ...this.saved.peek()!, ...sent } });
    this.saved.value = profile;
    this.findings.value = findings;
    const typedSince = Object.entries(this.edits.peek()).filter(([key, value]) => sent[key as keyof Profile] !== value);
    this.edits.value = Object.fromEntries(typedSince);
  }

  /** After a refused write: `mine` writes what was typed over what is stored. */
  resolve(mine: boolean): Promise<void> {
    if (mine) return this.#read().then(() => this.retry());
    return this.replace(async () => {
      await this.#read();
      this.edits.value = {};
    });
  }

  async #read() {
    const { profiles } = await client.call("profiles", {});
    const row = profiles.find((r) => r.profile.id === this.saved.peek()?.id);
    if (row) this.adopt(row);
  }
}
