package idb

import (
	"context"
	"fmt"
	"testing"

	"rroform/wasm/store"
)

// TestBlocks: any number of rows is read completely, each row once and in order,
// and in one transaction.
func TestBlocks(t *testing.T) {
	d := mustOpen(t, testConfig(t))
	key := func(i int) string { return fmt.Sprintf("%06d", i) }
	have := 0
	for _, rows := range []int{0, 1, blockRows - 1, blockRows, blockRows + 1, 2 * blockRows, 2*blockRows + 1} {
		var ops []store.Op
		for ; have < rows; have++ {
			ops = append(ops, op(store.Appeals, key(have), 0, `1`))
		}
		if _, err := d.Write(context.Background(), ops); err != nil {
			t.Fatal(err)
		}
		all, err := d.All(context.Background(), store.Appeals)
		if err != nil || len(all) != rows {
			t.Fatalf("%d rows of %d, %v", len(all), rows, err)
		}
		for i, row := range all {
			if row.Key != key(i) || string(row.Data) != `1` || row.Damaged {
				t.Fatalf("row %d of %d is %q %q", i, rows, row.Key, row.Data)
			}
		}
	}
	both := []store.Op{op(store.Appeals, key(0), store.AnyRev, `2`), op(store.Appeals, key(have-1), store.AnyRev, `2`)}
	written := make(chan error, 1)
	go func() {
		_, err := d.Write(context.Background(), both)
		written <- err
	}()
	all, err := d.All(context.Background(), store.Appeals)
	if err := <-written; err != nil {
		t.Fatal(err)
	}
	if err != nil || string(all[0].Data) != string(all[have-1].Data) {
		t.Errorf("%v: the first row is %s, the last %s", err, all[0].Data, all[have-1].Data)
	}
}
