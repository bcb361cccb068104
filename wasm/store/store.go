// Package store defines how the register is stored: named tables of rows,
// written in atomic batches that detect lost updates. It holds the contract
// ([Store]), the list of tables ([Migrations]) and an implementation in memory.
// Package idb implements the contract in the browser's IndexedDB; package
// storetest tests every implementation.
//
// A Store is safe for concurrent use: callers need no lock for it.
package store

import (
	"context"
	"errors"
)

// Table names a set of rows.
type Table string

// AnyRev as [Op].Rev skips the check of the revision.
const AnyRev int64 = -1

// Row is one stored value. In a text table Data is compact JSON: UTF-8 without
// raw line breaks (json.Marshal makes it so), because a bulk read joins the rows
// by line breaks. In a binary table (see [Migrations]) it is any bytes.
type Row struct {
	Key  string // not empty; valid UTF-8 without control characters and U+FEFF
	Rev  int64  // number of writes of this key, from 1; always 0 in binary tables
	Data []byte
	// Damaged reports that the stored row differs from what was written: its
	// checksum is wrong. Data is then whatever could be read. The row can be
	// deleted and overwritten like any other.
	Damaged bool
}

// Op is one change of a batch, see [Store.Write].
type Op struct {
	Table Table
	Key   string
	// Rev is the revision the writer has seen: 0 = the key must not exist,
	// AnyRev = no check. Ignored in binary tables.
	Rev  int64
	Data []byte // nil deletes the row; deleting a missing row is no error if Rev allows it
	// NewRev, if not 0, is the revision the row gets instead of the next one, so
	// that a copy of a store keeps the revisions of its rows.
	NewRev int64
	// Encode, if not nil, turns Data into what a text table stores, once the new
	// revision is known. It runs inside the transaction: it must not call the
	// store and must not block.
	Encode func(data []byte, rev int64) []byte
	// CheckOnly changes nothing: the batch fails unless the row is at Rev.
	CheckOnly bool
}

// IgnoresRev reports whether the op deletes the row at any revision, so that
// the stored one need not be read.
func (o Op) IgnoresRev() bool { return o.Data == nil && o.Rev == AnyRev && !o.CheckOnly }

// Encoded returns the data to store in a text table for a row that gets this
// revision.
func (o Op) Encoded(rev int64) []byte {
	if o.Encode == nil {
		return o.Data
	}
	return o.Encode(o.Data, rev)
}

// Store stores rows. Implementations are safe for concurrent use and share no
// memory with the caller, who may change what he passed in or received. Every
// error wraps one of the Err values below or the context's error, or describes
// a failure of the device.
type Store interface {
	// Get returns one row, or an error wrapping ErrNotFound. For a damaged row it
	// returns what could be read and an error wrapping ErrDamaged.
	Get(ctx context.Context, table Table, key string) (Row, error)
	// All returns every row of a text table, sorted by key as Go compares
	// strings. Damaged rows are included and marked. Binary tables are refused
	// with ErrInvalid.
	All(ctx context.Context, table Table) ([]Row, error)
	// Each passes the rows that All would return to take in blocks, in no
	// particular order, and reads the next block meanwhile. from is the number of
	// rows in earlier blocks. from == 0 means that the store starts, or had to
	// start again: the caller must discard all earlier blocks. There is at least
	// one block; it may be empty. take runs while a transaction is open: it must
	// not call the store and must not block. Its error ends the reading and is
	// returned.
	Each(ctx context.Context, table Table, take func(from int, rows []Row) error) error
	// Keys returns the sorted keys of a table, without the values.
	Keys(ctx context.Context, table Table) ([]string, error)
	// Write applies all of ops in their order, or none. It returns when they are
	// durable: on disk, not in a cache. If a revision does not match, nothing is
	// written and the error is a *ConflictError. The new revisions are returned
	// in the order of ops: the stored one + 1 (which is Op.Rev+1 unless that is
	// AnyRev), and 0 for deleted rows and binary tables. Cancelling the context
	// undoes the batch; if it is already complete, Write returns success.
	Write(ctx context.Context, ops []Op) ([]int64, error)
	// Expect says that a write of about this many bytes follows soon. A store that
	// must find space on the disk before it writes does so meanwhile. Expect returns
	// at once.
	Expect(bytes int)
	// Close releases the store; later calls fail with ErrClosed.
	Close() error
}

// Errors that callers distinguish.
var (
	ErrNotFound = errors.New("row not found")
	ErrConflict = errors.New("row was changed by someone else")
	ErrQuota    = errors.New("no room left in the browser's storage")
	ErrDisk     = errors.New("the browser could not write to its disk") // mostly full, which the browser hides
	ErrBlocked  = errors.New("another tab holds the database open at an older version")
	// another tab or a broken profile
	ErrSilent  = errors.New("the browser does not answer whether the database opens")
	ErrNewer   = errors.New("database was written by a newer version of the program")
	ErrClosed  = errors.New("store is closed")
	ErrWiped   = errors.New("the storage was emptied while it was open")
	ErrNoStore = errors.New("the browser offers no storage here")
	ErrLocked  = errors.New("store is locked by a passphrase")
	ErrGone    = errors.New("database was moved or removed by another tab")
	ErrInvalid = errors.New("the store cannot keep this") // a bug of the caller
	ErrDamaged = errors.New("a stored row is damaged")
)

// ConflictError names the row that someone else has changed. It wraps
// ErrConflict.
type ConflictError struct {
	Table Table
	Key   string
	Want  int64 // the revision the writer had seen
	Have  int64 // the revision that is stored, 0 = none
}

func (e *ConflictError) Error() string {
	return "conflict on " + string(e.Table) + "/" + e.Key + ": " + ErrConflict.Error()
}

func (e *ConflictError) Unwrap() error { return ErrConflict }
