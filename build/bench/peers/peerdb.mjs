// The peer's register: IndexedDB by idb, records as JSON text by id.
import { openDB } from "idb";

export const durable = { durability: "strict" };
let opened;

/** texts: the finished entries, for the limit; imported: for bulk writes. */
export function database() {
  opened ??= openDB("rro-peer", 1, {
    upgrade(db) {
      for (const store of ["appeals", "files", "entries", "imported"]) db.createObjectStore(store);
    },
  });
  return opened;
}

export async function putAll(store, rows) {
  const tx = (await database()).transaction(store, "readwrite", durable);
  for (const [key, value] of rows) tx.store.put(value, key);
  await tx.done;
}

export async function clear(...stores) {
  const tx = (await database()).transaction(stores, "readwrite");
  for (const store of stores) tx.objectStore(store).clear();
  await tx.done;
}
