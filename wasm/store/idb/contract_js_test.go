package idb

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"rroform/wasm/store"
	"rroform/wasm/store/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return mustOpen(t, testConfig(t)) })
}

// TestSpeed logs times for 10,000 rows of 1.53 KB. It fails only if rows are wrong.
func TestSpeed(t *testing.T) {
	const n = 10_000
	ctx := context.Background()
	d := mustOpen(t, testConfig(t))
	ops := make([]store.Op, n)
	text := bytes.Repeat([]byte("звернення "), 79) // with the rest about 1.53 KB of UTF-8
	for i := range ops {
		ops[i] = op(store.Appeals, fmt.Sprintf("%05d", i), 0, fmt.Sprintf(`{"n":%d,"text":"%s"}`, i, text))
	}
	measure := func(what string, f func() error) {
		start := time.Now()
		if err := f(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		t.Logf("%s: %d ms", what, time.Since(start).Milliseconds())
	}
	measure("write 10,000 new rows", func() error { _, err := d.Write(ctx, ops); return err })
	for i := range ops {
		ops[i].Rev = 1
	}
	measure("write them again", func() error { _, err := d.Write(ctx, ops); return err })
	var rows []store.Row
	for range 3 {
		measure("All of 10,000 rows", func() (err error) { rows, err = d.All(ctx, store.Appeals); return err })
	}
	if len(rows) != n || rows[n-1].Key != "09999" || rows[n-1].Rev != 2 || !bytes.Equal(rows[n-1].Data, ops[n-1].Data) {
		t.Errorf("%d rows, the last %q", len(rows), rows[len(rows)-1].Key)
	}
	measure("Keys of 10,000 rows", func() error { _, err := d.Keys(ctx, store.Appeals); return err })
	measure("100 times Get", func() error {
		for i := range 100 {
			if _, err := d.Get(ctx, store.Appeals, ops[i].Key); err != nil {
				return err
			}
		}
		return nil
	})
	measure("100 saves of one row", func() error {
		for i := range 100 {
			ops[i].Rev = 2
			if _, err := d.Write(ctx, ops[i:i+1]); err != nil {
				return err
			}
		}
		return nil
	})
	big := make([]byte, 3<<20)
	measure("write a 3 MB file", func() error {
		_, err := d.Write(ctx, []store.Op{{Table: store.Files, Key: "f", Data: big}})
		return err
	})
	measure("read it", func() error { _, err := d.Get(ctx, store.Files, "f"); return err })
}
