package idb

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"rroform/wasm/store"
)

// A write whose context is cancelled is done completely or not at all, and Write
// reports which.
func TestCancelDuringWrite(t *testing.T) {
	d := mustOpen(t, testConfig(t))
	undone := 0
	for i := range 60 {
		table := []store.Table{store.Appeals, store.Files}[i%2]
		key := fmt.Sprint(i)
		ops := []store.Op{op(table, key, 0, `1`), op(store.Presets, key, 0, `1`)}
		ctx, cancel := context.WithCancel(context.Background())
		timer := time.AfterFunc(time.Duration(i)*50*time.Microsecond, cancel)
		_, err := d.Write(ctx, ops)
		timer.Stop()
		cancel()
		for _, o := range ops {
			if err == nil {
				wantData(t, d, o.Table, o.Key, `1`)
				continue
			}
			undone++
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("write %d: %v, want context.Canceled", i, err)
			}
			wantMissing(t, d, o.Table, o.Key)
		}
	}
	if undone == 0 {
		t.Error("no write was cancelled: this test checks nothing")
	}
}

// smallPortions makes portions small for a test.
func smallPortions(t *testing.T) {
	usual := portionRows
	portionRows = 300
	t.Cleanup(func() { portionRows = usual })
}

// A long write reports its progress. Cancelled at any point (while it reads the
// revisions, while it writes, at the end) it is undone completely.
func TestLongWrite(t *testing.T) {
	smallPortions(t)
	d := mustOpen(t, testConfig(t))
	rows := 3*portionRows + 7
	batch := func(data string) (ops []store.Op) {
		for i := range rows {
			key := fmt.Sprint(i)
			ops = append(ops, op(store.Appeals, key, store.AnyRev, data), op(store.Choices, key, store.AnyRev, data))
		}
		return ops
	}
	reported := -1
	_, err := d.Write(store.WithProgress(context.Background(), func(n int) {
		if n <= reported {
			t.Fatalf("reported %d after %d", n, reported)
		}
		reported = n
	}), batch(`1`))
	if err != nil || reported < 2*rows-1 {
		t.Fatalf("%v, reported %d of %d", err, reported, 2*rows)
	}
	for _, stop := range []int{0, 1, portionRows, portionRows + 1, 2*rows - 1} {
		ctx, cancel := context.WithCancel(context.Background())
		_, err := d.Write(store.WithProgress(ctx, func(n int) {
			if n == stop {
				cancel()
			}
		}), batch(`2`))
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("stopped at %d: %v", stop, err)
		}
		for _, table := range []store.Table{store.Appeals, store.Choices} {
			all, err := d.All(context.Background(), table)
			if err != nil || len(all) != rows {
				t.Fatalf("%d rows, %v", len(all), err)
			}
			for _, row := range all {
				if string(row.Data) != `1` || row.Rev != 1 {
					t.Fatalf("stopped at %d: row %s of %s is %s, revision %d", stop, row.Key, table, row.Data, row.Rev)
				}
			}
		}
	}
}

// TestManyRevisions: each row gets the next of its own revisions, whichever way the
// stored revisions are read.
func TestManyRevisions(t *testing.T) {
	smallPortions(t)
	d := mustOpen(t, testConfig(t))
	want := map[string]int64{}
	write := func(from, to, each int) {
		t.Helper()
		var ops []store.Op
		for i := from; i < to; i += each {
			ops = append(ops, op(store.Appeals, fmt.Sprint("ключ ", i), store.AnyRev, `1`))
		}
		revs, err := d.Write(context.Background(), ops)
		if err != nil {
			t.Fatal(err)
		}
		for i, o := range ops {
			if want[o.Key]++; revs[i] != want[o.Key] {
				t.Fatalf("%d…%d: row %s has revision %d, want %d", from, to, o.Key, revs[i], want[o.Key])
			}
		}
	}
	const rows = 5*manyRows + 3
	write(0, rows, 1)                      // none is there
	write(0, rows, 7)                      // a few
	write(100, 100+manyRows, 1)            // many, but a small part of the table
	write(0, rows, 2)                      // most
	write(rows-manyRows, rows+manyRows, 1) // half of them new
	write(0, rows+manyRows, 1)             // all
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

// TestTwoTabs uses two connections as two tabs.
func TestTwoTabs(t *testing.T) {
	cfg := testConfig(t)
	tabs := []*database{mustOpen(t, cfg), mustOpen(t, cfg)}
	for round := range int64(20) {
		errs := make([]error, len(tabs))
		var wg sync.WaitGroup
		for i, d := range tabs {
			wg.Go(func() {
				_, errs[i] = d.Write(context.Background(), []store.Op{
					op(store.Appeals, "k", round, fmt.Sprint(i)), op(store.Files, fmt.Sprint(round, i), 0, "x")})
			})
		}
		wg.Wait()
		lost := slices.IndexFunc(errs, func(err error) bool { return err != nil })
		if lost < 0 || !errors.Is(errs[lost], store.ErrConflict) || errs[1-lost] != nil {
			t.Fatalf("round %d: %v, want one success and one conflict", round, errs)
		}
		wantData(t, tabs[lost], store.Appeals, "k", fmt.Sprint(1-lost))
		wantMissing(t, tabs[1-lost], store.Files, fmt.Sprint(round, lost))
	}
}

// The transaction must ask for strict durability: otherwise a power cut may lose
// what the page has reported as saved.
func TestWritesAreStrict(t *testing.T) {
	d := mustOpen(t, testConfig(t))
	b := &batch{history: store.Migrations, ops: []store.Op{op(store.Appeals, "k", 0, `1`)}}
	if err := b.begin(d.conn); err != nil {
		t.Fatal(err)
	}
	if got := b.tx.Get("durability").String(); got != "strict" {
		t.Errorf("durability %q, want strict", got)
	}
	if err := <-b.done; err != nil {
		t.Error(err)
	}
}
