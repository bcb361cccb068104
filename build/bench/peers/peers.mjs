// The page's side of the peers: those in their worker, and those that a team
// would leave in the page because a message costs more than the work.
import { strFromU8, unzipSync } from "fflate";
import { timed } from "./core.mjs";
import { fits } from "./entry.mjs";
import { database, durable } from "./peerdb.mjs";

let worker;
let last = 0;

/** Has a job done in the worker (jobs.mjs). */
export function work(job, ...args) {
  worker ??= new Worker("/peer.js");
  const id = ++last;
  return new Promise((resolve, reject) => {
    const listen = ({ data }) => {
      if (data.id !== id) return;
      worker.removeEventListener("message", listen);
      if (data.error) reject(new Error(`${job}: ${data.error}`));
      else resolve(data.value);
    };
    worker.addEventListener("message", listen);
    worker.postMessage({ id, job, args });
  });
}

let blob; // of the last archive

/** A job whose value are the bytes of an archive. */
export async function build(job) {
  const { ms } = await timed(async () => { blob = new Blob([await work(job)], { type: "application/zip" }); });
  return { ms, bytes: blob.size };
}

export const entries = async () => unzipSync(new Uint8Array(await blob.arrayBuffer()));

/** Opens an archive and checks every entry, in this thread. */
export function read(bytes) {
  let good = 0;
  const out = [];
  for (const [name, data] of Object.entries(unzipSync(bytes))) {
    const text = strFromU8(data);
    if (fits(JSON.parse(text))) good++;
    out.push([name, text]);
  }
  return { good, out };
}

/** … and keeps what it has read. */
export async function readAndKeep(bytes) {
  const { good, out } = read(bytes);
  const tx = (await database()).transaction("imported", "readwrite", durable);
  for (const [name, text] of out) tx.store.put(text, name);
  await tx.done;
  return good;
}

/** One save: done when it is on disk. */
export async function save(appeal) {
  const { ms } = await timed(async () => {
    const tx = (await database()).transaction("appeals", "readwrite", durable);
    tx.store.put(JSON.stringify(appeal), appeal.id);
    await tx.done;
  });
  return ms;
}
