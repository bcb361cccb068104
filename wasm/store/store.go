// Package store says how the register is kept: named tables of rows, written
// in atomic batches that detect lost updates. The browser's IndexedDB (package
// idb) and the in-memory store fulfil the same contract (package storetest).
package store

import (
	"context"
	"errors"
)

// Table names a set of rows.
type Table string

// AnyRev as [Op].Rev writes whatever stands there.
const AnyRev int64 = -1

// Row is one stored value. In a text table Data is compact JSON: UTF-8 without
// raw line breaks (json.Marshal makes it so), because a bulk read joins the rows
// by line breaks. In a binary table (see [Migrations]) it is any bytes.
type Row struct {
	Key  string // not empty; valid UTF-8 without control characters and U+FEFF
	Rev  int64  // counts the writes of this key, from 1; always 0 in binary tables
	Data []byte
	// Damaged says that the row is not as it was written: its sum does not hold.
	// Data is then all that is left of it, in whatever form. It can be deleted
	// and written over like any other row.
	Damaged bool
}

// Op is one change of a batch, see [Store.Write].
type Op struct {
	Table Table
	Key   string
	// Rev is the revision the writer has seen: 0 = the key must not exist,
	// AnyRev = do not look. Ignored in binary tables.
	Rev  int64
	Data []byte // nil deletes the row (a missing one too, if Rev allows it)
	// As, if not 0, is the revision that the row gets instead of the next one:
	// a copy of a store keeps the revisions of its rows.
	As int64
	// Bind, if there is one, makes the data that a text table keeps, once the
	// revision of the row is known. It must neither call the store nor wait.
	Bind func(data []byte, rev int64) []byte
	// Look changes nothing: the batch only demands that the row stands at Rev.
	Look bool
}

// Blind reports whether the stored revision does not matter: the row goes,
// whatever stands there.
func (o Op) Blind() bool { return o.Data == nil && o.Rev == AnyRev && !o.Look }

// Kept is the data of a text row that gets a revision.
func (o Op) Kept(rev int64) []byte {
	if o.Bind == nil {
		return o.Data
	}
	return o.Bind(o.Data, rev)
}

// Store keeps rows. Implementations are safe for use by several goroutines and
// share no memory with the caller: what is passed in or returned may be changed.
// Every error wraps one of the Err values below or the context's error, or is
// a failure of the device that the text describes.
type Store interface {
	// Get returns one row, or an error wrapping ErrNotFound; of a damaged row
	// what is left of it and an error wrapping ErrDamaged.
	Get(ctx context.Context, table Table, key string) (Row, error)
	// All returns every row of a text table in the order of keys (as Go compares
	// strings), read in one request. A damaged one stands among them and is
	// marked. Binary tables are refused with ErrInvalid.
	All(ctx context.Context, table Table) ([]Row, error)
	// Each hands the rows of a text table to take while the next ones are read, in
	// blocks of no promised order; otherwise they are those of All. From is how
	// many came before the block. Where it is 0, what came before does not count:
	// the store begins, or had to begin anew. There is at least one block, which
	// may be empty. Take must neither call the store nor wait for anything, for a
	// transaction is open; an error of it ends the reading and is returned.
	Each(ctx context.Context, table Table, take func(from int, rows []Row) error) error
	// Keys returns the keys of a table in order, without the values.
	Keys(ctx context.Context, table Table) ([]string, error)
	// Write does all of ops, in their order, or none. It returns when they are
	// durable: on disk, not in a cache. If a revision does not match, nothing is
	// written and the error is a *ConflictError. The new revisions are returned
	// in the order of ops: the stored one + 1 (which is Op.Rev+1 unless that is
	// AnyRev), and 0 for deleted rows and binary tables. A context cancelled
	// before the end undoes the batch; if it is too late for that, Write reports
	// the success.
	Write(ctx context.Context, ops []Op) ([]int64, error)
	// Close releases the store; later calls fail with ErrClosed.
	Close() error
}

// Errors that callers tell apart.
var (
	ErrNotFound = errors.New("row not found")
	ErrConflict = errors.New("row was changed by someone else")
	ErrQuota    = errors.New("no room left in the browser's storage")
	ErrDisk     = errors.New("the browser could not write to its disk") // as a rule it is full, and the browser does not say so
	ErrBlocked  = errors.New("another tab holds the database open at an older version")
	ErrNewer    = errors.New("database was written by a newer version of the program")
	ErrClosed   = errors.New("store is closed")
	ErrWiped    = errors.New("the storage was emptied while it was open")
	ErrNoStore  = errors.New("the browser offers no storage here")
	ErrLocked   = errors.New("store is locked by a passphrase")
	ErrGone     = errors.New("database was moved or removed by another tab")
	ErrInvalid  = errors.New("the store cannot keep this") // a mistake of the caller
	ErrDamaged  = errors.New("a stored row is damaged")
)

// ConflictError names the row that someone else has changed; errors.Is finds
// ErrConflict in it.
type ConflictError struct {
	Table Table
	Key   string
	Want  int64 // the revision the writer had seen
	Have  int64 // the revision that is stored, 0 = none
}

func (e *ConflictError) Error() string {
	return "conflict on " + string(e.Table) + "/" + e.Key + ": " + ErrConflict.Error()
}

// Unwrap makes errors.Is(err, ErrConflict) true.
func (e *ConflictError) Unwrap() error { return ErrConflict }
