// Gives an answer file to the core, which checks and stores it.
import type { PutFileRes } from "../core/api.gen";
import { client } from "../core/client";
import { saving } from "./saving";

// The core refuses larger files by name and size: they are not even read.
const readUpTo = 64 << 20;

export async function putFile(files: File[]): Promise<PutFileRes> {
  const infos = files.map((f) => ({ name: f.name, size: f.size }));
  const send = files.length === 1 && files[0]!.size <= readUpTo ? [files[0]!] : [];
  const { result } = await saving(() => client.call("putFile", { files: infos }, { files: send }));
  return result;
}
