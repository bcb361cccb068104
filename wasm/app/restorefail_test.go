package app_test

import (
	"context"
	"slices"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/store"
)

// failingKeys is a store that cannot list keys once a batch has written an appeal.
type failingKeys struct {
	store.Store
	broken bool
}

func (s *failingKeys) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	revs, err := s.Store.Write(ctx, ops)
	s.broken = s.broken || slices.ContainsFunc(ops, func(o store.Op) bool { return o.Table == store.Appeals })
	return revs, err
}

func (s *failingKeys) Keys(ctx context.Context, table store.Table) ([]string, error) {
	if s.broken {
		return nil, store.ErrDisk
	}
	return s.Store.Keys(ctx, table)
}

// TestRestoreFailsLate: what fails after the rows are replaced takes no answer file away.
func TestRestoreFailsLate(t *testing.T) {
	from, _ := newFilled(t)
	id := from.save(fromAdministration("А26-1", "2026-10-05", from.put("Ответ.pdf", noise(1, 900)))).Appeal.ID
	backup := from.backup()

	memory := store.NewMemory()
	c := newCore(t, &failingKeys{Store: memory}, today)
	c.refused("quota", "restore", app.RestoreReq{}, backup)

	again := newCore(t, memory, today)
	file := again.get(id).Appeal.Questions[0].Attachment
	if got := again.must("getFile", app.GetFileReq{FileID: file.FileID}, nil); len(got) != 1 || len(got[0]) != 900 {
		t.Errorf("%d files", len(got))
	}
}
