// Files that were dropped at one part of the program and belong to another:
// the core says what they are, and they are carried over, not chosen again.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { fileKinds, type FileKind, type FileKindInfo, type FilePlace } from "../core/api.gen";
import { client, type CallOptions } from "../core/client";
import { go } from "./route";

export interface Incoming {
  files: File[];
  kind: FileKind; // of the first
  place: FilePlace;
  passphrase: string; // "" = under none
}

/** What waits until the part that opens it is on the screen. */
export const waiting = signal<Incoming | null>(null);

const paths: Partial<Record<FilePlace, string>> = { archive: "#/exchange", table: "#/exchange", restore: "#/exchange", merge: "#/exchange/merge", packs: "#/directories" };

export const infoOf = (kind: FileKind): FileKindInfo => fileKinds.find((row) => row.kind === kind)!;

/** Asks what a file is. `inside` asks for the passphrase of a file under one. */
export async function recognise(file: File, passphrase: string, inside: boolean, options: CallOptions = {}): Promise<Incoming> {
  const { kind } = await client.call("recogniseFile", { name: file.name, passphrase, inside }, { ...options, blobs: [file] });
  return { files: [file], kind, place: infoOf(kind).place, passphrase };
}

/** Carries files to the part that opens them. */
export function hand(incoming: Incoming) {
  waiting.value = incoming;
  go(paths[incoming.place]!);
}

/** Takes what was carried to this part. */
export function useIncoming(place: FilePlace, take: (incoming: Incoming) => void, wants: (kind: FileKind) => boolean = () => true) {
  const here = waiting.value;
  useEffect(() => {
    if (here?.place !== place || !wants(here.kind)) return;
    waiting.value = null;
    take(here);
  }, [here]);
}
