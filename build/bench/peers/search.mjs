// The page's side of build/bench/search.go. It times three things by turns: the
// search alone, as build/bench/core has it in wasm; a call of the page to the
// built core, JSON and messages included; and the peer. All times are milliseconds.
import { ask, settled, timed } from "./core.mjs";
import { makeFinder } from "./minisearch.mjs";
import { coreParts } from "./parts.mjs";

const least = 2; // ms: a search is repeated until its time is well above the clock's step
const indexRounds = 9;
const typed = 40; // letters of a query that are typed one by one

let find;

/** One call of the page, from the request to the parsed answer. */
const callCore = async (query) => (await timed(() => ask("searchCodes", { query, limit: 50 }))).ms;

function atOnce(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Mean time of a search, repeated as often as the clock needs. */
function mean(run) {
  const once = run(1);
  const times = Math.max(1, Math.ceil(least / Math.max(once, 0.005)));
  return times === 1 ? once : run(times) / times;
}

const peer = (query) => (times) => atOnce(() => { for (let i = 0; i < times; i++) find(query); });
const core = (query) => (times) => rroSearch(query, times);

/** Builds both indexes several times. */
export async function start(rows) {
  await settled();
  await coreParts();
  const out = { core: [], peer: [] };
  for (let i = 0; i < indexRounds; i++) {
    out.core.push(rroIndex());
    out.peer.push(atOnce(() => { find = makeFinder(rows); }));
  }
  return out;
}

/** Every query by everyone in turn. */
export async function round(queries) {
  const out = { core: [], peer: [], call: [] };
  for (const query of queries) {
    out.core.push(mean(core(query)));
    out.peer.push(mean(peer(query)));
    out.call.push(await callCore(query));
  }
  return out;
}

/** Every query letter by letter, each once: what a clerk would wait for. */
export async function type(queries) {
  const out = { core: [], call: [] };
  for (const query of queries) {
    const letters = [...query].slice(0, typed);
    for (let n = 1; n <= letters.length; n++) {
      const begun = letters.slice(0, n).join("");
      out.core.push(rroSearch(begun, 1));
      out.call.push(await callCore(begun));
    }
  }
  return out;
}
