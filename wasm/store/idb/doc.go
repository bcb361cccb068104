// Package idb keeps the register in the browser's IndexedDB: the store.Store
// that the program uses. Everything else in it is built for js/wasm only.
//
// A row of a text table is one string, [store.TextValue], under the row's key, so
// that a block of a table is one getAll, one join by line breaks and one
// crossing to Go, which is 4 to 16 times faster than a crossing a row. A row of
// a binary table is a Uint8Array.
//
// What is long goes in pieces: a read in blocks, a write in portions, each asked
// for before the answer to the one before is taken, so that the transaction
// lives on and little stands in memory at once.
//
// The connection, the upgrade and the reads go through go-indexeddb. The bulk
// read and the writes use the browser's objects, because go-indexeddb 0.3.2 has
// no getAll and because its Transaction.Await
//   - returns nil for a transaction that was aborted without an error, as the
//     browser does when it closes the database under us: lost rows would be
//     reported as saved;
//   - hangs if it is called after the end of the transaction;
//   - returns nil from Request.Await when the context is cancelled.
package idb
