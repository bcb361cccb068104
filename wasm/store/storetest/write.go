package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"rroform/wasm/store"
)

func testBatch(t *testing.T, s store.Store) {
	if revs, err := s.Write(context.Background(), nil); err != nil || len(revs) != 0 {
		t.Fatalf("an empty batch = %v, %v", revs, err)
	}
	write(t, s, put(store.Appeals, "gone", `0`), put(store.Appeals, "old", `0`))
	revs := write(t, s,
		store.Op{Table: store.Appeals, Key: "new", Rev: 0, Data: []byte(`1`)},
		store.Op{Table: store.Files, Key: "f", Data: []byte{0, 1}},
		store.Op{Table: store.Appeals, Key: "old", Rev: 1, Data: []byte(`2`)},
		store.Op{Table: store.Appeals, Key: "gone", Rev: 1},
		store.Op{Table: store.Presets, Key: "gone", Rev: 0, Data: []byte(`0`)},
	)
	if want := []int64{1, 0, 2, 0, 1}; !slices.Equal(revs, want) {
		t.Errorf("revisions %v, want %v", revs, want)
	}
	wantKeys(t, s, store.Appeals, "new", "old")
	wantRow(t, s, store.Appeals, "new", 1, `1`)
	wantRow(t, s, store.Appeals, "old", 2, `2`)
	wantRow(t, s, store.Files, "f", 0, "\x00\x01")
	wantRow(t, s, store.Presets, "gone", 1, `0`)
}

func testRevisions(t *testing.T, s store.Store) {
	for i, seen := range []int64{0, 1, 2, store.AnyRev, store.AnyRev, 5} {
		data := fmt.Sprint(i)
		revs := write(t, s, store.Op{Table: store.Appeals, Key: "k", Rev: seen, Data: []byte(data)})
		if want := int64(i + 1); len(revs) != 1 || revs[0] != want {
			t.Fatalf("write %d with revision %d: revisions %v, want [%d]", i, seen, revs, want)
		}
		wantRow(t, s, store.Appeals, "k", int64(i+1), data)
	}
	if revs := write(t, s, put(store.Appeals, "fresh", `0`)); revs[0] != 1 {
		t.Errorf("AnyRev on a new key gave revision %d, want 1", revs[0])
	}
}

func testConflicts(t *testing.T, s store.Store) {
	write(t, s, put(store.Appeals, "k", `1`))
	write(t, s, put(store.Appeals, "k", `2`))
	for _, tt := range []struct {
		name string
		op   store.Op
		have int64
	}{
		{"must not exist", store.Op{Table: store.Appeals, Key: "k", Rev: 0, Data: []byte(`3`)}, 2},
		{"older", store.Op{Table: store.Appeals, Key: "k", Rev: 1, Data: []byte(`3`)}, 2},
		{"newer", store.Op{Table: store.Appeals, Key: "k", Rev: 3, Data: []byte(`3`)}, 2},
		{"missing", store.Op{Table: store.Appeals, Key: "none", Rev: 1, Data: []byte(`3`)}, 0},
		{"stale delete", store.Op{Table: store.Appeals, Key: "k", Rev: 1}, 2},
		{"delete of a missing row", store.Op{Table: store.Appeals, Key: "none", Rev: 1}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			// The conflict is between good ops, none of which may be applied.
			revs, err := s.Write(context.Background(), []store.Op{
				put(store.Settings, "before", `0`), {Table: store.Files, Key: "f", Data: []byte{1}},
				tt.op, put(store.Presets, "after", `0`),
			})
			var c *store.ConflictError
			if !errors.As(err, &c) || !errors.Is(err, store.ErrConflict) || revs != nil {
				t.Fatalf("Write = %v, %v, want nil and a *ConflictError", revs, err)
			}
			want := store.ConflictError{Table: tt.op.Table, Key: tt.op.Key, Want: tt.op.Rev, Have: tt.have}
			if *c != want {
				t.Errorf("conflict %+v, want %+v", *c, want)
			}
			wantRow(t, s, store.Appeals, "k", 2, `2`)
			wantKeys(t, s, store.Appeals, "k")
			wantKeys(t, s, store.Settings)
			wantKeys(t, s, store.Files)
			wantKeys(t, s, store.Presets)
		})
	}
}

func testSameKey(t *testing.T, s store.Store) {
	op := func(rev int64, data string) store.Op {
		return store.Op{Table: store.Appeals, Key: "k", Rev: rev, Data: []byte(data)}
	}
	deletion := store.Op{Table: store.Appeals, Key: "k", Rev: 2}
	revs := write(t, s, op(0, `1`), op(1, `2`), deletion, op(0, `3`), op(store.AnyRev, `4`))
	if want := []int64{1, 2, 0, 1, 2}; !slices.Equal(revs, want) {
		t.Errorf("revisions %v, want %v", revs, want)
	}
	wantRow(t, s, store.Appeals, "k", 2, `4`)
	if _, err := s.Write(context.Background(), []store.Op{op(2, `5`), op(2, `6`)}); !errors.Is(err, store.ErrConflict) {
		t.Errorf("the same revision twice: %v, want ErrConflict", err)
	}
	wantRow(t, s, store.Appeals, "k", 2, `4`)
}

func testDelete(t *testing.T, s store.Store) {
	write(t, s, put(store.Appeals, "k", `1`), put(store.Files, "k", "x"))
	write(t, s, put(store.Appeals, "k", `2`))
	write(t, s, store.Op{Table: store.Appeals, Key: "k", Rev: 2}, store.Op{Table: store.Files, Key: "k"})
	wantKeys(t, s, store.Appeals)
	wantKeys(t, s, store.Files)
	// Deleting a missing row is no error if the op allows the row to be missing.
	revs := write(t, s,
		store.Op{Table: store.Appeals, Key: "k", Rev: store.AnyRev},
		store.Op{Table: store.Appeals, Key: "k", Rev: 0},
		store.Op{Table: store.Files, Key: "k"})
	if want := []int64{0, 0, 0}; !slices.Equal(revs, want) {
		t.Errorf("revisions of deletes %v, want %v", revs, want)
	}
	if revs := write(t, s, put(store.Appeals, "k", `3`)); revs[0] != 1 {
		t.Errorf("a row written after its deletion has revision %d, want 1", revs[0])
	}
}

// testCheckOnly: a batch with a check is written only if the check holds.
func testCheckOnly(t *testing.T, s store.Store) {
	write(t, s, put(store.Settings, "manifest", `1`))
	check := func(key string, rev int64) store.Op {
		return store.Op{Table: store.Settings, Key: key, Rev: rev, CheckOnly: true}
	}
	for _, tt := range []struct {
		name string
		op   store.Op
		ok   bool
	}{
		{"as seen", check("manifest", 1), true},
		{"changed", check("manifest", 0), false},
		{"older", check("manifest", 2), false},
		{"still absent", check("none", 0), true},
		{"deleted", check("none", 1), false},
	} {
		_, err := s.Write(context.Background(), []store.Op{put(store.Presets, tt.name, `1`), tt.op})
		if tt.ok != (err == nil) || !tt.ok && !errors.Is(err, store.ErrConflict) {
			t.Errorf("%s: %v", tt.name, err)
		}
		if _, err := s.Get(context.Background(), store.Presets, tt.name); tt.ok != (err == nil) {
			t.Errorf("%s: the other row of the batch: %v", tt.name, err)
		}
	}
	wantRow(t, s, store.Settings, "manifest", 1, `1`)
	wantKeys(t, s, store.Settings, "manifest")
}

// testCopies: a copy gets the given revision; the next write counts on from it.
func testCopies(t *testing.T, s store.Store) {
	copied := store.Op{Table: store.Appeals, Key: "k", Rev: store.AnyRev, Data: []byte(`1`), NewRev: 7}
	if revs := write(t, s, copied); revs[0] != 7 {
		t.Fatalf("revision %d, want 7", revs[0])
	}
	if revs := write(t, s, store.Op{Table: store.Appeals, Key: "k", Rev: 7, Data: []byte(`2`)}); revs[0] != 8 {
		t.Fatalf("revision %d, want 8", revs[0])
	}
}

// testEncode: Encode gets the revision that the row gets, whether or not the
// writer knows it beforehand.
func testEncode(t *testing.T, s store.Store) {
	encode := func(data []byte, rev int64) []byte { return fmt.Appendf(nil, `{"data":%s,"rev":%d}`, data, rev) }
	op := func(rev int64, data string) store.Op {
		return store.Op{Table: store.Appeals, Key: "k", Rev: rev, Data: []byte(data), Encode: encode}
	}
	write(t, s, op(0, "1"))
	wantRow(t, s, store.Appeals, "k", 1, `{"data":1,"rev":1}`)
	write(t, s, op(1, "2"), op(store.AnyRev, "3"))
	wantRow(t, s, store.Appeals, "k", 3, `{"data":3,"rev":3}`)
	copied := op(store.AnyRev, "4")
	copied.NewRev = 9
	write(t, s, copied)
	wantRow(t, s, store.Appeals, "k", 9, `{"data":4,"rev":9}`)
}
