// A file may be dropped on one part of the program and belong to another. The core recognises it, and the page hands it
// on, so that the clerk need not choose it again.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { fileKinds, type FileKind, type FileKindInfo, type FilePlace } from "../core/api.gen";
import { client, type CallOptions } from "../core/client";
import { go } from "./route";

export interface Incoming {
  files: File[];
  kind: FileKind; // of the first
  place: FilePlace;
  passphrase: string; // "" = the file is not encrypted
}

/** Waits until the part that opens it is on the screen. */
export const waiting = signal<Incoming | null>(null);

const paths: Partial<Record<FilePlace, string>> = { archive: "#/exchange", table: "#/exchange", restore: "#/exchange",
  merge: "#/exchange/merge", packs: "#/directories" };

export const infoOf = (kind: FileKind): FileKindInfo => fileKinds.find((row) => row.kind === kind)!;

/** Asks the core what a file is. `inside`: look into an encrypted file, for which the passphrase is needed. */
export async function recognise(file: File, passphrase: string, inside: boolean,
  options: CallOptions = {}): Promise<Incoming> {
  const { kind } = await client.call("recogniseFile", { name: file.name, passphrase, inside },
    { ...options, blobs: [file] });
  return { files: [file], kind, place: infoOf(kind).place, passphrase };
}

/** Hands files to the part that opens them. */
export function hand(incoming: Incoming) {
  waiting.value = incoming;
  go(paths[incoming.place]!);
}

/** Takes what was handed to this part. */
export function useIncoming(place: FilePlace, take: (incoming: Incoming) => void,
  wants: (kind: FileKind) => boolean = () => true) {
  const here = waiting.value;
  useEffect(() => {
    if (here?.place !== place || !wants(here.kind)) return;
    waiting.value = null;
    take(here);
  }, [here]);
}
