package source

import (
	"context"

	"rroform/wasm/ledger"
	"rroform/wasm/store"
)

// Preload reads all rows in one request, for [Sources.Find] of n appeals. For a few appeals it returns nil.
func (s *Sources) Preload(ctx context.Context, n int) (*Rows, error) {
	const few = 20
	if n <= few {
		return nil, nil
	}
	rows, err := s.ledger.Store.All(ctx, store.Sources)
	if err != nil {
		return nil, err
	}
	all := &Rows{make(map[string][]byte, len(rows)), map[string]*row{}}
	for _, r := range ledger.WithoutDamaged(rows) {
		all.data[r.Key] = r.Data
	}
	return all, nil
}
