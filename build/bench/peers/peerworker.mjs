// Runs the peer's jobs in a worker: {id, job, args} → {id, value} or {id, error}.
import * as jobs from "./jobs.mjs";

onmessage = async ({ data: { id, job, args } }) => {
  try {
    const value = await jobs[job](...args);
    postMessage({ id, value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    postMessage({ id, error: String(error?.stack ?? error) });
  }
};
