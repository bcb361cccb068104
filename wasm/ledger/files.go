package ledger

import (
	"context"
	"time"

	"rroform/wasm/store"
)

func (l *Ledger) File(ctx context.Context, id string) ([]byte, error) {
	row, err := l.Store.Get(ctx, store.Files, id)
	return row.Data, err
}

// orphanAge is how long a file without a record is kept: longer than any form
// stays open.
const orphanAge = 48 * time.Hour
