package ledger

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// NewID returns a random UUID.
func NewID() string { return uuid.NewString() }

// In a browser each request for randomness costs more than the rest of an id;
// an archive of 10,000 appeals needs 60,000 ids. The pool guards the reader
// behind it, which two goroutines must not ask at once.
func init() {
	uuid.SetRand(bufio.NewReader(rand.Reader)) // 4 KB at once
	uuid.EnableRandPool()
}

const openingRegister = "Открываем реестр"

// Loader takes the rows of a table.
type Loader struct {
	Table store.Table
	Take  func(store.Row) error // an error sets the row aside
}

// Load reads all tables, empties memory by reset, and hands each row to its loader.
func (l *Ledger) Load(ctx context.Context, reset func(), loaders []Loader) error {
	loaders = append(slices.Clone(loaders), Loader{store.Actions, l.takeAction})
	tables, err := l.readTables(ctx, loaders)
	if err != nil {
		return err
	}
	reset()
	l.Records, l.Actions = make(map[string]*Record, len(tables.appeals)), nil
	l.Aside = tables.aside
	l.hideKept(ctx)
	for _, each := range loaders {
		for i, row := range tables.rows[each.Table] {
			if i%500 == 0 {
				_ = rpc.Report(ctx, i, len(tables.rows[each.Table]), openingRegister) // too late to stop
			}
			if err := rpc.Guard(func() error { return each.Take(row) }); err != nil {
				l.setAside(each.Table, row)
			}
		}
	}
	for _, rec := range tables.appeals {
		l.KeepOrSetAside(rec)
	}
	sortActions(l.Actions)
	return nil
}

// Op makes a store operation that writes v as JSON.
func Op(table store.Table, key string, rev int64, v any) (store.Op, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return store.Op{}, fmt.Errorf("encode %s/%s: %w", table, key, err)
	}
	return store.Op{Table: table, Key: key, Rev: rev, Data: data}, nil
}

// Put writes one row and returns its new revision.
func (l *Ledger) Put(ctx context.Context, table store.Table, key string, rev int64, v any) (int64, error) {
	o, err := Op(table, key, rev, v)
	if err != nil {
		return 0, err
	}
	revs, err := l.Store.Write(ctx, []store.Op{o})
	if err != nil {
		return 0, err
	}
	l.replaced([]store.Op{o})
	return revs[0], nil
}
