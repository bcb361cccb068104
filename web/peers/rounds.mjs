// One round of each measurement: ours and the peer's work by turns. `first` says
// who begins; build/bench alternates it. All times are milliseconds.
import { unzipSync } from "fflate";
import { memory, settled, timed } from "./core.mjs";
import * as list from "./list.mjs";
import * as ours from "./ours.mjs";
import { coreParts } from "./parts.mjs";
import * as peers from "./peers.mjs";

/** Does tasks one after the other, from the n-th on; answers by name. */
async function inTurn(n, tasks) {
  const names = Object.keys(tasks);
  const out = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[(i + n) % names.length];
    out[name] = await tasks[name]();
  }
  return out;
}

function same(a, b, what) {
  if (a !== b) throw new Error(`not the same work: ${what} ${a} and ${b}`);
}

/** Both registers are filled with the same appeals. */
export async function seed(kind, n, { peer = true } = {}) {
  await settled();
  same(await ours.seed(kind, n), n, "appeals");
  if (peer) same(await peers.work("seed", kind, n), n, "the peer's appeals");
}

export const prepare = () => peers.work("prepare");

/** Archive of the month, twice: on a page just opened, and again. */
export async function archive(n, count) {
  const ready = await settled();
  const tasks = { ours: () => ours.build(), peer: () => peers.build("archive"), limit: () => peers.build("limit") };
  const cold = await inTurn(n, tasks);
  same(cold.ours.entries, count, "entries");
  const warm = await inTurn(n, tasks);
  return { ready, cold, warm };
}

/** Whether the peer's archive holds the very same texts as ours. */
export async function compareArchives() {
  await peers.build("archive");
  const [a, b] = [await ours.entries(), await peers.entries()];
  same(Object.keys(a).length, Object.keys(b).length, "entries");
  const decoder = new TextDecoder();
  for (const name of Object.keys(a)) same(decoder.decode(a[name]), decoder.decode(b[name]), name);
  return Object.values(a).reduce((sum, data) => sum + data.length, 0);
}

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

export async function files(n, count) {
  await settled();
  const tasks = { ours: () => ours.build(), peer: () => peers.build("files"), parallel: () => peers.build("filesParallel"), jszip: () => peers.build("filesJSZip") };
  const out = await inTurn(n, tasks);
  same(out.ours.entries, count, "entries");
  return out;
}

/** Archive of the days; the core's memory after it, in bytes. */
export async function daysOf(from, to, count) {
  await settled();
  const made = await ours.build([from, to]);
  same(made.entries, count, "entries");
  return { ...made, memory: await memory() };
}

/** A foreign archive is opened and checked. */
export async function foreign(n, count, seed) {
  await settled();
  await coreParts();
  const bytes = new Uint8Array(await (await fetch(`/data/month-zip?n=${count}&seed=${seed}`)).arrayBuffer());
  const good = (made) => (same(made.value, count, "entries that fit"), made.ms);
  await peers.work("take", 0, 0);
  const out = await inTurn(n, {
    reads: async () => good(await timed(() => rroReadArchive(bytes))),
    peerReads: async () => good(await timed(() => peers.read(bytes).good)),
    keeps: async () => {
      const made = await ours.open(bytes, `${seed}.zip`);
      same(made.read, count, "entries that are read");
      return made.ms;
    },
    peerKeeps: async () => good(await timed(() => peers.readAndKeep(bytes))),
  });
  await ours.close();
  return out;
}

/** Appeals of a foreign archive become records; the peer writes as many. */
export async function bulk(n, count, seed) {
  await settled();
  const bytes = new Uint8Array(await (await fetch(`/data/month-zip?n=${count}&seed=${seed}`)).arrayBuffer());
  await ours.open(bytes, `${seed}.zip`);
  await peers.work("take", count, seed);
  let undo;
  const out = await inTurn(n, {
    ours: async () => {
      const made = await ours.accept();
      undo = made.undo;
      same(made.taken, count, "taken appeals");
      return made.ms;
    },
    peer: async () => (await timed(() => peers.work("bulk"))).ms,
  });
  await undo();
  await ours.close();
  return out;
}

/** Saves, one by one in turn. */
export async function saves(count) {
  await settled();
  const out = { ours: [], peer: [] };
  const appeals = await ours.someAppeals(count);
  for (const [i, appeal] of [...appeals, ...appeals].entries()) {
    const now = appeals[i % count]; // as the save before has returned it
    now.address = `Примерная область, с. Примерное, ул. Новая, д. ${i + 1}`;
    const both = await inTurn(i, { ours: () => ours.save(now), peer: () => peers.save(now) });
    appeals[i % count] = both.ours.appeal;
    if (i < count) continue; // to warm up
    out.ours.push(both.ours.ms);
    out.peer.push(both.peer);
  }
  return out;
}

/** The register: opened, filtered, searched, sorted for the first time and again. */
export async function register(n, { filters, texts, columns }, peer) {
  const out = { ready: await settled(), ours: {}, peer: {} };
  const step = async (name, req) => {
    const tasks = { ours: () => ours.register(req) };
    if (peer) tasks.peer = async () => timed(() => list.view(req));
    const both = await inTurn(n++, tasks);
    if (peer) same(both.ours.total, both.peer.value.total, JSON.stringify(req));
    for (const who of Object.keys(both)) (out[who][name] ??= []).push(both[who].ms);
  };
  if (peer) out.load = (await timed(list.load)).ms;
  out.open = (await ours.register({})).ms;
  await step("back", {});
  for (const filter of filters) await step("filter", filter);
  for (const query of texts) await step("text", { query });
  for (const sort of columns) await step("sort", { sort, desc: false });
  for (const sort of columns) await step("again", { sort, desc: true });
  return out;
}

/** What grows with the register: ours alone. */
export async function grown(count) {
  const ready = await settled();
  const [first, again] = [await ours.build(), await ours.build()];
  same(first.entries, count, "entries");
  const [appeal] = await ours.someAppeals(1);
  const times = [];
  for (let i = 0; i < 9; i++) {
    appeal.address = `с. Примерное, д. ${i + 1}`;
    const saved = await ours.save(appeal);
    Object.assign(appeal, saved.appeal);
    times.push(saved.ms);
  }
  return { ready, first: first.ms, again: again.ms, save: times.sort((a, b) => a - b)[4] };
}

/** A foreign archive is opened and taken into the register: ours alone. */
export async function takenIn(count, seed) {
  const bytes = new Uint8Array(await (await fetch(`/data/month-zip?n=${count}&seed=${seed}`)).arrayBuffer());
  const opened = await ours.open(bytes, "foreign.zip");
  const accepted = await ours.accept();
  same(accepted.taken, count, "taken appeals");
  return { open: opened.ms, accept: accepted.ms };
}
