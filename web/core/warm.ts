// Lets the core work ahead while nobody waits: the index of codes, without which
// the first search would be slow by some 200 ms, then the entries of the archive
// whose report is due.
import { effect } from "@preact/signals";
import type { PlanReq } from "./api.gen";
import { client } from "./client";

// The core fills in the month.
const due: PlanReq = { mode: "month", month: { year: 0, month: 0 }, from: "", to: "" };
const latest = 3000; // ms after which the browser need not be idle

/** Asks once the core is ready, and again after each restart of it. */
export function warm(): void {
  effect(() => {
    if (client.state.value.phase !== "ready") return;
    // A core that fails here tells so when a clerk searches.
    requestIdleCallback(() => void client.call("searchCodes", { query: "", limit: 1 })
      .then(() => client.call("prepareArchive", due)).catch(() => {}), { timeout: latest });
  });
}

/**
 * Takes away, once after the start, what nothing holds any more: replaced answer files, parts of archives never
 * finished.
 */
export function sweepOnce(): void {
  const stop = effect(() => {
    if (client.state.value.phase !== "ready") return;
    queueMicrotask(() => stop());
    setTimeout(() => void client.call("sweep", {}).catch(() => {}), latest);
  });
}
