package app_test

import (
	"context"
	"slices"
	"sync"

	"rroform/wasm/store"
)

// faulty is a store that fails when it is told to.
type faulty struct {
	store.Store
	mu     sync.Mutex
	fail   error // of every call, nil = none
	write  error // of writes only
	after  int   // writes that still succeed before write fails
	writes int
}

func (f *faulty) failure() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.fail
}

func (f *faulty) Get(ctx context.Context, t store.Table, key string) (store.Row, error) {
	if err := f.failure(); err != nil {
		return store.Row{}, err
	}
	return f.Store.Get(ctx, t, key)
}

func (f *faulty) All(ctx context.Context, t store.Table) ([]store.Row, error) {
	if err := f.failure(); err != nil {
		return nil, err
	}
	return f.Store.All(ctx, t)
}

func (f *faulty) Each(ctx context.Context, t store.Table, take func(from int, rows []store.Row) error) error {
	if err := f.failure(); err != nil {
		return err
	}
	return f.Store.Each(ctx, t, take)
}

func (f *faulty) Keys(ctx context.Context, t store.Table) ([]string, error) {
	if err := f.failure(); err != nil {
		return nil, err
	}
	return f.Store.Keys(ctx, t)
}

func (f *faulty) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	if err := f.failure(); err != nil {
		return nil, err
	}
	f.mu.Lock()
	adds := slices.ContainsFunc(ops, func(o store.Op) bool { return o.Data != nil }) // who only deletes needs no room
	refuse := f.write != nil && f.writes >= f.after && adds
	f.writes++
	f.mu.Unlock()
	if refuse {
		return nil, f.write
	}
	return f.Store.Write(ctx, ops)
}
