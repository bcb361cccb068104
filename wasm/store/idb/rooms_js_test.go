package idb

import (
	"context"
	"errors"
	"testing"

	"rroform/wasm/store"
)

// A database that is not there is made only when that is wanted, and none is
// left behind by looking for it.
func TestRoomsOpen(t *testing.T) {
	ctx, name := context.Background(), testConfig(t).name
	for range 2 {
		if _, err := (Rooms{}).Open(ctx, name, false); !errors.Is(err, store.ErrNotFound) {
			t.Fatalf("%v, want ErrNotFound", err)
		}
	}
	s, err := Rooms{}.Open(ctx, name, true)
	if err != nil {
		t.Fatal(err)
	}
	mustWrite(t, s, op(store.Appeals, "k", 0, `1`))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = Rooms{}.Open(ctx, name, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantData(t, s, store.Appeals, "k", `1`)
}

// A tab whose database another tab has dropped does not make an empty one.
func TestDropped(t *testing.T) {
	ctx, cfg := context.Background(), testConfig(t)
	stale := mustOpen(t, cfg)
	mustWrite(t, stale, op(store.Appeals, "k", 0, `1`))
	if err := drop(ctx, cfg.factory, cfg.name); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := stale.Write(ctx, []store.Op{op(store.Appeals, "n", 0, `1`)}); !errors.Is(err, store.ErrGone) {
			t.Fatalf("a write: %v, want ErrGone", err)
		}
	}
	if _, err := (Rooms{}).Open(ctx, cfg.name, false); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("%v, want ErrNotFound", err)
	}
	if err := drop(ctx, cfg.factory, cfg.name); err != nil {
		t.Errorf("to drop what is not there: %v", err)
	}
}

// Sponges come and go.
func TestSponges(t *testing.T) {
	ctx := context.Background()
	if err := errors.Join((Rooms{}).Soak(ctx), (Rooms{}).Wring(ctx)); err != nil {
		t.Fatal(err)
	}
	if _, err := (Rooms{}).Open(ctx, spongeName(0), false); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("%v, want ErrNotFound", err)
	}
}
