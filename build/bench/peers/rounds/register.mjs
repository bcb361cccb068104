// The register, and what grows with it.
import { settled, timed } from "../core.mjs";
import * as list from "../list.mjs";
import * as ours from "../ours.mjs";
import { inTurn, same } from "../turns.mjs";

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
  out.judged = await ours.judge(); // the screen has it done by itself once the first rows stand …
  await ours.register({}); // … and shows them again
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
