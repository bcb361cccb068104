// Package sealed stores rows encrypted in another store. Its [Store] fulfils the
// contract of store.Store and encrypts every table of [store.Migrations].
//
// The data of a row are encrypted with XChaCha20-Poly1305, all rows with one key,
// each with a random nonce, which comes first. The table, the row's key and, in
// text tables, its revision are authenticated with the data: data that someone
// moved to another key or revision are reported as damaged. (Binary tables have
// no revisions; the program never uses their keys twice.)
// Rows that older programs did not bind to their revision still open; they are
// bound when they are written again. In a text table the stored value is a JSON
// string with base64.
//
// Row keys are stored unencrypted, except in tables listed as having sensitive
// keys: there an HMAC replaces the key, and the key is encrypted with the data.
//
// Limits: whoever can read the disk still sees which rows exist, how often each
// was written, and how long it is. Whoever can write to it can delete a row, or
// put back an older one together with its revision, without being noticed.
//
// A Store is safe for concurrent use if the inner store is. It has no lock.
package sealed

import (
	"context"
	"crypto/cipher"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/crypto/chacha20poly1305"

	"rroform/wasm/store"
)

// KeySize is the length of a key in bytes.
const KeySize = chacha20poly1305.KeySize

// Store is a [store.Store] over another one.
type Store struct {
	inner   store.Store
	aead    cipher.AEAD
	hashKey []byte               // the HMAC key for row keys
	hidden  map[store.Table]bool // tables whose row keys are replaced by their HMAC
}

// New returns the decrypted view of inner. The key has [KeySize] bytes. In the
// hideKeys tables, which must be text tables, row keys are encrypted too.
func New(inner store.Store, key []byte, hideKeys ...store.Table) (*Store, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	s := &Store{
		inner:   inner,
		aead:    aead,
		hashKey: hmacOf(key, "rroform names of rows"),
		hidden:  map[store.Table]bool{},
	}
	for _, table := range hideKeys {
		s.hidden[table] = true
	}
	return s, nil
}

// Get implements [store.Store].
func (s *Store) Get(ctx context.Context, table store.Table, key string) (store.Row, error) {
	row, err := s.inner.Get(ctx, table, s.innerKey(table, key))
	if err != nil {
		return row, err
	}
	return s.open(table, row)
}

// All implements [store.Store].
func (s *Store) All(ctx context.Context, table store.Table) ([]store.Row, error) {
	rows, err := s.inner.All(ctx, table)
	if err != nil {
		return nil, err
	}
	s.openAll(table, rows)
	if s.hidden[table] {
		slices.SortFunc(rows, func(a, b store.Row) int { return strings.Compare(a.Key, b.Key) })
	}
	return rows, nil
}

// Each implements [store.Store].
func (s *Store) Each(ctx context.Context, table store.Table, take func(from int, rows []store.Row) error) error {
	return s.inner.Each(ctx, table, func(from int, rows []store.Row) error {
		s.openAll(table, rows)
		return take(from, rows)
	})
}

// openAll decrypts rows in place.
func (s *Store) openAll(table store.Table, rows []store.Row) {
	for i, row := range rows {
		if !row.Damaged {
			rows[i], _ = s.open(table, row) // a damaged row is marked
		}
	}
}

// Keys implements [store.Store].
func (s *Store) Keys(ctx context.Context, table store.Table) ([]string, error) {
	if !s.hidden[table] {
		return s.inner.Keys(ctx, table)
	}
	rows, err := s.All(ctx, table)
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, row := range rows {
		keys = append(keys, row.Key)
	}
	return keys, nil
}

// Write implements [store.Store].
func (s *Store) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// Check here: the inner store sees only the encrypted form, which is always valid.
	if err := store.Migrations.Check(ops); err != nil {
		return nil, fmt.Errorf("write %d rows: %w", len(ops), err)
	}
	out := append([]store.Op(nil), ops...)
	for i, op := range ops {
		out[i].Key = s.innerKey(op.Table, op.Key)
		if op.Data != nil {
			s.encryptOp(&out[i], op.Key)
		}
	}
	revs, err := s.inner.Write(ctx, out)
	return revs, s.withCallerKey(err, ops)
}

// Expect implements [store.Store].
func (s *Store) Expect(bytes int) { s.inner.Expect(bytes) }

// Close implements [store.Store].
func (s *Store) Close() error { return s.inner.Close() }
