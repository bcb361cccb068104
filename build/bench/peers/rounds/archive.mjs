// Archives: of a month's appeals, of answer files, of days.
import { memory, settled } from "../core.mjs";
import * as ours from "../ours.mjs";
import * as peers from "../peers.mjs";
import { inTurn, same } from "../turns.mjs";

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

export async function files(n, count) {
  await settled();
  const tasks = { ours: () => ours.build(), peer: () => peers.build("files"),
    parallel: () => peers.build("filesParallel"), jszip: () => peers.build("filesJSZip") };
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
