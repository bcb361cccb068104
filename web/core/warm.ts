// Lets the core build its index of codes while nobody waits: the first search
// would be slow by some 200 ms otherwise.
import { effect } from "@preact/signals";
import { client } from "./client";

const latest = 3000; // ms after which the browser need not be idle

/** Asks once the core is ready, and again after each restart of it. */
export function warmSearch(): void {
  effect(() => {
    if (client.state.value.phase !== "ready") return;
    // A core that fails here tells so when a clerk searches.
    requestIdleCallback(() => void client.call("searchCodes", { query: "", limit: 1 }).catch(() => {}), { timeout: latest });
  });
}

/** Takes away, once after the start, what nothing holds any more: replaced answer files, parts of archives never finished. */
export function sweepOnce(): void {
  const stop = effect(() => {
    if (client.state.value.phase !== "ready") return;
    queueMicrotask(() => stop());
    setTimeout(() => void client.call("sweep", {}).catch(() => {}), latest);
  });
}
