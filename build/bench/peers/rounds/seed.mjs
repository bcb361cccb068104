// What there is before anything is measured.
import { settled } from "../core.mjs";
import * as ours from "../ours.mjs";
import * as peers from "../peers.mjs";
import { same } from "../turns.mjs";

/** Both registers are filled with the same appeals. */
export async function seed(kind, n, { peer = true } = {}) {
  await settled();
  same(await ours.seed(kind, n), n, "appeals");
  if (peer) same(await peers.work("seed", kind, n), n, "the peer's appeals");
}

/** The entries lie ready for the limit. */
export const prepare = () => peers.work("prepare");

/** Appeals with answer files of so many bytes that look like random ones, as scans and office files do. */
export async function attach(from, count, bytes, peer) {
  await settled();
  const all = await (await fetch(`/data/files-records?n=${from + count}&seed=1`)).json();
  for (const [i, appeal] of all.slice(from).entries()) {
    const file = noise(bytes, from + i);
    if (peer) await peers.work("attach", structuredClone(appeal), file.slice());
    await ours.attach(appeal, file);
  }
}

/** xorshift32: the same bytes for the same seed, at some 500 MB/s. */
function noise(size, seed) {
  const words = new Uint32Array(Math.ceil(size / 4));
  let x = (seed + 1) * 0x9e3779b1;
  for (let i = 0; i < words.length; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    words[i] = x;
  }
  return new Uint8Array(words.buffer, 0, size).slice();
}
