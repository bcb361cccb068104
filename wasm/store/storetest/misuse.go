package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"rroform/wasm/store"
)

func testConcurrent(t *testing.T, s store.Store) {
	const writers, rounds = 8, 5
	for round := range int64(rounds) {
		errs := make([]error, writers)
		var wg sync.WaitGroup
		for w := range writers {
			wg.Go(func() {
				_, errs[w] = s.Write(context.Background(), []store.Op{
					{Table: store.Appeals, Key: "k", Rev: round, Data: fmt.Appendf(nil, "%d", w)},
					{Table: store.Presets, Key: fmt.Sprintf("%d/%d", round, w), Rev: 0, Data: []byte(`0`)},
				})
			})
		}
		wg.Wait()
		winner := -1
		for w, err := range errs {
			switch {
			case err == nil && winner < 0:
				winner = w
			case err == nil:
				t.Fatalf("round %d: writers %d and %d both won", round, winner, w)
			case !errors.Is(err, store.ErrConflict):
				t.Fatalf("round %d: writer %d: %v, want ErrConflict", round, w, err)
			}
		}
		if winner < 0 {
			t.Fatalf("round %d: no writer won", round)
		}
		wantRow(t, s, store.Appeals, "k", round+1, fmt.Sprint(winner))
	}
	keys, err := s.Keys(context.Background(), store.Presets)
	if err != nil || len(keys) != rounds {
		t.Fatalf("%d rows of losers and winners (%v), want the %d winners' only", len(keys), err, rounds)
	}
}

func testRefused(t *testing.T, s store.Store) {
	ctx := context.Background()
	for name, op := range map[string]store.Op{
		"line break in text":    put(store.Appeals, "k", "{\n}"),
		"empty text":            put(store.Appeals, "k", ""),
		"raw lone surrogate":    put(store.Appeals, "k", "\"\xed\xa0\x80\""),
		"text not UTF-8":        put(store.Appeals, "k", "\"\xff\""),
		"empty key":             put(store.Appeals, "", `1`),
		"line break in key":     put(store.Appeals, "a\nb", `1`),
		"tab in key":            put(store.Files, "a\tb", `1`),
		"key not UTF-8":         put(store.Files, "\xff", `1`),
		"key with a mark":       put(store.Files, "\uFEFFk", `1`),
		"unknown table":         put("nowhere", "k", `1`),
		"delete, unknown table": {Table: "nowhere", Key: "k", Rev: store.AnyRev},
	} {
		_, err := s.Write(ctx, []store.Op{put(store.Appeals, "good", `1`), op})
		if !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	wantKeys(t, s, store.Appeals)
	wantKeys(t, s, store.Files)
	if _, err := s.Get(ctx, "nowhere", "k"); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("Get of an unknown table: %v, want ErrInvalid", err)
	}
	if _, err := s.Keys(ctx, "nowhere"); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("Keys of an unknown table: %v, want ErrInvalid", err)
	}
	for _, table := range []store.Table{"nowhere", store.Files} {
		if _, err := s.All(ctx, table); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("All of %s: %v, want ErrInvalid", table, err)
		}
		if err := s.Each(ctx, table, nothing); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("Each of %s: %v, want ErrInvalid", table, err)
		}
	}
}

// calls calls every method except Close and returns their errors by name.
func calls(ctx context.Context, s store.Store) map[string]error {
	_, get := s.Get(ctx, store.Appeals, "k")
	_, all := s.All(ctx, store.Appeals)
	_, keys := s.Keys(ctx, store.Appeals)
	each := s.Each(ctx, store.Appeals, nothing)
	_, write := s.Write(ctx, []store.Op{put(store.Appeals, "k", `2`), put(store.Appeals, "l", `2`)})
	_, empty := s.Write(ctx, nil)
	return map[string]error{"Get": get, "All": all, "Each": each, "Keys": keys, "Write": write, "empty Write": empty}
}

func nothing(int, []store.Row) error { return nil }

func testCancelled(t *testing.T, s store.Store) {
	write(t, s, put(store.Appeals, "k", `1`))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, err := range calls(ctx, s) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want context.Canceled", name, err)
		}
	}
	wantRow(t, s, store.Appeals, "k", 1, `1`)
	wantKeys(t, s, store.Appeals, "k")
}

func testClosed(t *testing.T, s store.Store) {
	write(t, s, put(store.Appeals, "k", `1`))
	if err := s.Close(); err != nil {
		t.Fatalf("Close: %v", err)
	}
	for name, err := range calls(context.Background(), s) {
		if !errors.Is(err, store.ErrClosed) {
			t.Errorf("%s: %v, want ErrClosed", name, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}
