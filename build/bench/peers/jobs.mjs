// The peer's long work. It runs in a worker of its own (peerworker.mjs), as our
// core does; every job ends with what crosses to the page.
import { strToU8, zip, zipSync } from "fflate";
import JSZip from "jszip";
import { fits, toEntry } from "./entry.mjs";
import { clear, database, durable, putAll } from "./peerdb.mjs";

/** Fills the peer's register with the same appeals as ours. */
export async function seed(kind, n) {
  const list = await (await fetch(`/data/${kind}-records?n=${n}&seed=1`)).json();
  await clear("appeals", "files", "entries", "imported");
  await putAll("appeals", list.map((appeal) => [appeal.id, JSON.stringify(appeal)]));
  return list.length;
}

/** Keeps an appeal with its answer file. */
export async function attach(appeal, bytes) {
  appeal.questions[0].attachment = { name: "Ответ.pdf", fileId: appeal.id };
  await putAll("appeals", [[appeal.id, JSON.stringify(appeal)]]);
  await putAll("files", [[appeal.id, bytes]]);
}

/** All records as finished entries: [name, JSON]. */
async function finished(check) {
  const db = await database();
  const out = [];
  for (const text of await db.getAll("appeals")) {
    const appeal = JSON.parse(text);
    const contents = new Map();
    for (const { attachment } of appeal.questions) {
      if (attachment) contents.set(attachment.fileId, base64(await db.get("files", attachment.fileId)));
    }
    const entry = toEntry(appeal, (id) => contents.get(id));
    if (check && !fits(entry)) throw new Error(appeal.number + " does not fit");
    out.push([appeal.id + ".json", JSON.stringify(entry)]);
  }
  return out;
}

function base64(bytes) {
  if (bytes.toBase64) return bytes.toBase64();
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode.apply(null,
    bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

const packed = (list, level) => zipSync(Object.fromEntries(list.map(([name, text]) => [name, strToU8(text)])),
  { level });

/** The month's archive: read, check, zip. */
export const archive = async () => packed(await finished(true), 6);

/** The same without the check: where files are what counts. */
export const files = async () => packed(await finished(false), 6);

/** … fflate with its own workers, on all processors. */
export async function filesParallel() {
  const list = Object.fromEntries((await finished(false)).map(([name, text]) => [name, strToU8(text)]));
  return new Promise((resolve, reject) => zip(list, { level: 6 },
    (error, bytes) => (error ? reject(error) : resolve(bytes))));
}

export async function filesJSZip() {
  const out = new JSZip();
  for (const [name, text] of await finished(false)) out.file(name, text);
  return out.generateAsync({ type: "uint8array", compression: "DEFLATE", compressionOptions: { level: 6 } });
}

/** Keeps the entries ready to be zipped, for [limit]. */
export const prepare = async () => putAll("entries",
  await finished(false).then((list) => list.map(([name, text]) => [name, [name, text]])));

/** The limit: entries that lie ready are read and stored in a zip, no check, no compression. */
export async function limit() {
  return packed(await (await database()).getAll("entries"), 0);
}

let taken = []; // appeals that came from somewhere, parsed

export async function take(n, seed) {
  taken = await (await fetch(`/data/month-records?n=${n}&seed=${seed}`)).json();
  await clear("imported");
}

/** Writes them in one transaction; done when they are on disk. */
export async function bulk() {
  const tx = (await database()).transaction("imported", "readwrite", durable);
  for (const appeal of taken) tx.store.put(JSON.stringify(appeal), appeal.id);
  await tx.done;
  return taken.length;
}
