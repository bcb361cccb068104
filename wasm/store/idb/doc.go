// Package idb stores the register in the browser's IndexedDB. It implements
// store.Store. All of it but this file is built for js/wasm only.
//
// A row of a text table is one JavaScript string ([store.TextValue]) under the
// row's key. A block of a table is read with one getAll, joined by line breaks in
// JavaScript and copied to Go at once: 4 to 16 times faster than copying row by
// row. A row of a binary table is a Uint8Array.
//
// Long reads go in blocks, long writes in portions. Each is requested before the
// answer to the previous one is processed, because a transaction without a
// pending request commits by itself, and because a whole register at once would
// take too much memory.
//
// Opening, upgrading and single reads use the library go-indexeddb. Bulk reads
// and writes call the browser directly, because go-indexeddb 0.3.2 has no getAll
// and because
//   - its Transaction.Await returns nil for a transaction that was aborted
//     without an error, as the browser does when it closes the database under
//     us: lost rows would be reported as saved;
//   - its Transaction.Await hangs if called after the end of the transaction;
//   - its Request.Await returns nil when the context is cancelled.
//
// The store is safe for concurrent use. IndexedDB orders the transactions. One lock
// is held while a connection is opened, another while a write checks the free disk
// space.
package idb
