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
			// The conflict stands between good ops: none of them may be done.
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
	gone := store.Op{Table: store.Appeals, Key: "k", Rev: 2}
	revs := write(t, s, op(0, `1`), op(1, `2`), gone, op(0, `3`), op(store.AnyRev, `4`))
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
	// Deleting what is not there is no error, if nothing was expected there.
	revs := write(t, s,
		store.Op{Table: store.Appeals, Key: "k", Rev: store.AnyRev},
		store.Op{Table: store.Appeals, Key: "k", Rev: 0},
		store.Op{Table: store.Files, Key: "k"})
	if want := []int64{0, 0, 0}; !slices.Equal(revs, want) {
		t.Errorf("revisions of deletes %v, want %v", revs, want)
	}
	if revs := write(t, s, put(store.Appeals, "k", `3`)); revs[0] != 1 {
		t.Errorf("a row made anew has revision %d, want 1", revs[0])
	}
}

// testLook: a batch that only looks at a row stands or falls with it.
func testLook(t *testing.T, s store.Store) {
	write(t, s, put(store.Settings, "deed", `1`))
	look := func(key string, rev int64) store.Op {
		return store.Op{Table: store.Settings, Key: key, Rev: rev, Look: true}
	}
	for _, tt := range []struct {
		name string
		op   store.Op
		ok   bool
	}{
		{"as seen", look("deed", 1), true}, {"changed", look("deed", 0), false}, {"older", look("deed", 2), false},
		{"still absent", look("none", 0), true}, {"gone", look("none", 1), false},
	} {
		_, err := s.Write(context.Background(), []store.Op{put(store.Presets, tt.name, `1`), tt.op})
		if tt.ok != (err == nil) || !tt.ok && !errors.Is(err, store.ErrConflict) {
			t.Errorf("%s: %v", tt.name, err)
		}
		if _, err := s.Get(context.Background(), store.Presets, tt.name); tt.ok != (err == nil) {
			t.Errorf("%s: the row beside it: %v", tt.name, err)
		}
	}
	wantRow(t, s, store.Settings, "deed", 1, `1`)
	wantKeys(t, s, store.Settings, "deed")
}

// testCopies: a copy keeps the revision it was given, and counts on from there.
func testCopies(t *testing.T, s store.Store) {
	copied := store.Op{Table: store.Appeals, Key: "k", Rev: store.AnyRev, Data: []byte(`1`), As: 7}
	if revs := write(t, s, copied); revs[0] != 7 {
		t.Fatalf("revision %d, want 7", revs[0])
	}
	if revs := write(t, s, store.Op{Table: store.Appeals, Key: "k", Rev: 7, Data: []byte(`2`)}); revs[0] != 8 {
		t.Fatalf("revision %d, want 8", revs[0])
	}
}

// testBind: data that depend on the revision are made of the one the row gets,
// whether the writer knows it or not, and are not made for what is not kept.
func testBind(t *testing.T, s store.Store) {
	bound := func(rev int64, data string) store.Op {
		return store.Op{Table: store.Appeals, Key: "k", Rev: rev, Data: []byte(data), Bind: func(data []byte, rev int64) []byte {
			return fmt.Appendf(nil, `{"data":%s,"rev":%d}`, data, rev)
		}}
	}
	write(t, s, bound(0, "1"))
	wantRow(t, s, store.Appeals, "k", 1, `{"data":1,"rev":1}`)
	write(t, s, bound(1, "2"), bound(store.AnyRev, "3"))
	wantRow(t, s, store.Appeals, "k", 3, `{"data":3,"rev":3}`)
	copied := bound(store.AnyRev, "4")
	copied.As = 9
	write(t, s, copied)
	wantRow(t, s, store.Appeals, "k", 9, `{"data":4,"rev":9}`)
}
