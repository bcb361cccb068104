package app_test

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// slowWrites tells of half of a long write and then waits to be heard.
type slowWrites struct {
	store.Store
	heard chan struct{}
}

func (s slowWrites) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	if len(ops) > 1000 {
		store.Progress(ctx, len(ops)/2)
		select {
		case <-s.heard:
		case <-time.After(time.Minute): // no clock judges: what was told does
		}
	}
	return s.Store.Write(ctx, ops)
}

// TestLongWriteIsTold: while the store is busy with very many rows the page
// hears how far it is.
func TestLongWriteIsTold(t *testing.T) {
	memory := store.NewMemory()
	from := newCore(t, memory, today)
	rows := []store.Op{}
	for i := range 1200 {
		id := fmt.Sprint(i)
		rows = append(rows, store.Op{Table: store.Appeals, Key: id, Rev: store.AnyRev,
			Data: fmt.Appendf(nil, `{"id":%q,"number":%q}`, id, id)})
	}
	if _, err := memory.Write(t.Context(), rows); err != nil {
		t.Fatal(err)
	}
	data := from.backup()
	heard := make(chan struct{})
	to := newCore(t, slowWrites{store.NewMemory(), heard}, today)
	var told atomic.Bool
	ctx := rpc.WithProgress(t.Context(), func(done, total int, text string) {
		if strings.HasPrefix(text, "Заменяем") && done > 0 && done*2 <= total && total >= 1200 &&
			told.CompareAndSwap(false, true) {
			close(heard)
		}
	})
	if _, err := to.call(ctx, "restore", app.RestoreReq{}, nil, data); err != nil {
		t.Fatal(err)
	}
	if !told.Load() {
		t.Error("nothing was told")
	}
}
