// What comes in: foreign archives, and what is typed.
import { settled, timed } from "../core.mjs";
import * as ours from "../ours.mjs";
import { coreParts } from "../parts.mjs";
import * as peers from "../peers.mjs";
import { inTurn, same } from "../turns.mjs";

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

/** A foreign archive is opened and taken into the register: ours alone. */
export async function takenIn(count, seed) {
  const bytes = new Uint8Array(await (await fetch(`/data/month-zip?n=${count}&seed=${seed}`)).arrayBuffer());
  const opened = await ours.open(bytes, "foreign.zip");
  const accepted = await ours.accept();
  same(accepted.taken, count, "taken appeals");
  return { open: opened.ms, accept: accepted.ms };
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
