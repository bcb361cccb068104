// Asks the core of the built page as the page itself does (web/core/client.ts):
// JSON by id through its worker, files and blobs with it.

let lastID = 1e9; // far from the page's own calls

export function ask(method, params, { files = [], blobs = [], onBlock } = {}) {
  return new Promise((resolve, reject) => {
    const id = ++lastID;
    const listen = ({ data }) => {
      if (data.died !== undefined) {
        rroWorker.removeEventListener("message", listen);
        return reject(new Error(`${method}: the core has stopped: ${data.died.slice(0, 400)}`));
      }
      if (data.of === id) return onBlock?.(data.block);
      if (data.json === undefined) return;
      const answer = JSON.parse(data.json);
      if (answer.id !== id) return;
      rroWorker.removeEventListener("message", listen);
      if (answer.error) reject(new Error(`${method}: ${answer.error.text}`));
      else resolve({ result: answer.result, files: data.files ?? [] });
    };
    rroWorker.addEventListener("message", listen);
    const json = JSON.stringify({ id, method, params });
    rroWorker.postMessage({ id, json, files, blobs }, files.map((file) => file.buffer));
  });
}

/**
 * Waits until the page has done what it does of itself; returns the milliseconds from the navigation until the core was
 * ready.
 */
export async function settled() {
  await ask("searchCodes", { query: "", limit: 1 }); // the page warms its index when idle: not while we measure
  await pause(300);
  return self.rroReady;
}

/** Bytes of the core's memory. It never shrinks: this is its peak. */
export function memory() {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel("rro-memory");
    const done = (settle, value) => {
      clearTimeout(late);
      channel.close();
      settle(value);
    };
    const late = setTimeout(() => done(reject, new Error("the core does not tell its memory")), 10_000);
    channel.onmessage = ({ data }) => done(resolve, data);
    channel.postMessage("?");
  });
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function timed(work) {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}
