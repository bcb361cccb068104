// The page's side of build/bench/search.go. It is loaded beside the built page
// and times three things by turns: the search alone, as build/bench/core has
// it in wasm; a call of the page to the built core, JSON and messages
// included; and the peer. All times are milliseconds.
import "go:wasm_exec";
import { makeFinder } from "./minisearch.mjs";

const least = 2; // ms: a search is repeated until its time is well above the clock's step
const indexRounds = 9;
const typed = 40; // letters of a query that are typed one by one

let find;
let lastID = 1e9; // far from the page's own calls

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function untilReady() {
  return new Promise((resolve) => {
    const look = () => (document.documentElement.dataset.core === "ready" ? resolve() : setTimeout(look, 20));
    look();
  });
}

/** One call of the page, from the request to the parsed answer. */
function callCore(query) {
  return new Promise((resolve, reject) => {
    const id = ++lastID;
    const start = performance.now();
    const listen = ({ data }) => {
      if (data.json === undefined) return;
      const answer = JSON.parse(data.json);
      if (answer.id !== id) return;
      rroWorker.removeEventListener("message", listen);
      if (answer.error) reject(new Error(answer.error.text));
      else resolve(performance.now() - start);
    };
    rroWorker.addEventListener("message", listen);
    const json = JSON.stringify({ id, method: "searchCodes", params: { query, limit: 50 } });
    rroWorker.postMessage({ id, json, files: [], blobs: [] });
  });
}

/** Mean time of a search, repeated as often as the clock needs. */
function mean(run) {
  const once = run(1);
  const times = Math.max(1, Math.ceil(least / Math.max(once, 0.005)));
  return times === 1 ? once : run(times) / times;
}

const peer = (query) => (times) => timed(() => { for (let i = 0; i < times; i++) find(query); });
const core = (query) => (times) => rroSearch(query, times);

/** Builds both indexes several times. */
async function start(rows) {
  await untilReady();
  await callCore(""); // the page warms its index when idle: not beside us
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/core.wasm"), go.importObject);
  go.run(instance);
  const out = { core: [], peer: [] };
  for (let i = 0; i < indexRounds; i++) {
    out.core.push(rroIndex());
    out.peer.push(timed(() => { find = makeFinder(rows); }));
  }
  return out;
}

/** Every query by everyone in turn. */
async function round(queries) {
  const out = { core: [], peer: [], call: [] };
  for (const query of queries) {
    out.core.push(mean(core(query)));
    out.peer.push(mean(peer(query)));
    out.call.push(await callCore(query));
  }
  return out;
}

/** Every query letter by letter, each once: what a clerk would wait for. */
async function type(queries) {
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

globalThis.rroBench = { start, round, type };
