// Package sealed keeps a store's rows encrypted in another store. It fulfils
// the same contract and knows no table: whatever is added to
// [store.Migrations] is sealed too.
//
// The data of a row are XChaCha20-Poly1305 under one key, bound to table, key
// and revision, with a random nonce in front; in a text table they are base64 in
// a JSON string. A binary table has no revisions; its keys are not used twice.
// Rows of programs that did not bind revisions are still opened, and are bound
// when they are written again. Keys stay as they are but in the tables that are named as speaking:
// there a keyed hash stands for the key, and the key travels inside the data.
// What stays in sight is which rows there are, how often each was written, and
// how long it is.
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
	inner  store.Store
	aead   cipher.AEAD
	names  []byte // the key of the hashes
	hidden map[store.Table]bool
}

// New returns the view of inner through a key of [KeySize] bytes. The keys of
// the speaking tables are hidden; these must be text tables.
func New(inner store.Store, key []byte, speaking ...store.Table) (*Store, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	s := &Store{inner: inner, aead: aead, names: hash(key, "rroform names of rows"), hidden: map[store.Table]bool{}}
	for _, table := range speaking {
		s.hidden[table] = true
	}
	return s, nil
}

// Get implements [store.Store].
func (s *Store) Get(ctx context.Context, table store.Table, key string) (store.Row, error) {
	row, err := s.inner.Get(ctx, table, s.nameOf(table, key))
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

func (s *Store) openAll(table store.Table, rows []store.Row) {
	for i, row := range rows {
		if !row.Damaged {
			rows[i], _ = s.open(table, row) // a damaged one is marked
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
	// Once sealed, everything would look well.
	if err := store.Migrations.Check(ops); err != nil {
		return nil, fmt.Errorf("write %d rows: %w", len(ops), err)
	}
	out := append([]store.Op(nil), ops...)
	for i, op := range ops {
		out[i].Key = s.nameOf(op.Table, op.Key)
		if op.Data != nil {
			s.sealed(&out[i], op.Key)
		}
	}
	revs, err := s.inner.Write(ctx, out)
	return revs, s.named(err, ops)
}

// Close implements [store.Store].
func (s *Store) Close() error { return s.inner.Close() }
