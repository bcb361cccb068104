// The database of the self-test. The register is not touched.
const name = "rroform-selftest", table = "proof";

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
}

/** Runs work on the table in one transaction and waits until it is on the disk. */
export async function withTable<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(table);
  const db = await done(opening);
  try {
    const tx = db.transaction(table, "readwrite", { durability: "strict" });
    const result = done(work(tx.objectStore(table)));
    await new Promise<void>((yes, no) => {
      tx.oncomplete = () => yes();
      tx.onabort = tx.onerror = () => no(tx.error);
    });
    return await result;
  } finally {
    db.close();
  }
}
