package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/store"
)

// blocksOf returns the rows that Each passes on, sorted, and counts the blocks.
func blocksOf(t *testing.T, s store.Store, table store.Table) (rows []store.Row, blocks int) {
	t.Helper()
	err := s.Each(context.Background(), table, func(from int, block []store.Row) error {
		if from != len(rows) && from != 0 {
			t.Fatalf("a block after %d rows has from = %d", len(rows), from)
		}
		rows = append(rows[:from], block...)
		blocks++
		return nil
	})
	if err != nil {
		t.Fatalf("Each: %v", err)
	}
	slices.SortFunc(rows, func(x, y store.Row) int { return strings.Compare(x.Key, y.Key) })
	return rows, blocks
}

// wantEachAsAll fails unless Each and All return the same rows.
func wantEachAsAll(t *testing.T, s store.Store, table store.Table) {
	t.Helper()
	want, err := s.All(context.Background(), table)
	if err != nil {
		t.Fatalf("All: %v", err)
	}
	got, _ := blocksOf(t, s, table)
	if !slices.EqualFunc(got, want, sameRow) {
		t.Fatalf("Each gives %+v\nAll %+v", got, want)
	}
}

func sameRow(x, y store.Row) bool {
	return x.Key == y.Key && x.Rev == y.Rev && x.Damaged == y.Damaged && bytes.Equal(x.Data, y.Data)
}

func testEach(t *testing.T, s store.Store) {
	if rows, blocks := blocksOf(t, s, store.Appeals); len(rows) != 0 || blocks != 1 {
		t.Fatalf("an empty table: %d rows in %d blocks", len(rows), blocks)
	}
	for _, key := range unordered {
		write(t, s, put(store.Settings, key, `"`+key+`"`))
	}
	wantEachAsAll(t, s, store.Settings)
	var ops []store.Op
	for i := range 4500 {
		ops = append(ops, put(store.Appeals, fmt.Sprintf("%05d", i), fmt.Sprintf(`{"n":%d}`, i)))
	}
	write(t, s, ops...)
	wantEachAsAll(t, s, store.Appeals)
	if _, blocks := blocksOf(t, s, store.Appeals); blocks < 2 {
		t.Errorf("%d rows in one block", len(ops))
	}
	enough := errors.New("enough")
	calls := 0
	err := s.Each(context.Background(), store.Appeals, func(int, []store.Row) error { calls++; return enough })
	if !errors.Is(err, enough) || calls != 1 {
		t.Errorf("an error of take: %v after %d calls", err, calls)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	err = s.Each(ctx, store.Appeals, func(int, []store.Row) error { cancel(); return ctx.Err() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled while it reads: %v", err)
	}
	wantEachAsAll(t, s, store.Appeals) // an interrupted read does not disturb the next one
}
