package idb

import (
	"context"
	"errors"
	"testing"

	"rroform/wasm/store"
)

// A missing database is created only on request. Looking for one must not leave an
// empty database.
func TestDatabasesOpen(t *testing.T) {
	ctx, name := context.Background(), testConfig(t).name
	for range 2 {
		if _, err := (Databases{}).Open(ctx, name, false); !errors.Is(err, store.ErrNotFound) {
			t.Fatalf("%v, want ErrNotFound", err)
		}
	}
	s, err := Databases{}.Open(ctx, name, true)
	if err != nil {
		t.Fatal(err)
	}
	mustWrite(t, s, op(store.Appeals, "k", 0, `1`))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = Databases{}.Open(ctx, name, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantData(t, s, store.Appeals, "k", `1`)
}

// A tab whose database another tab has dropped does not create an empty one.
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
	if _, err := (Databases{}).Open(ctx, cfg.name, false); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("%v, want ErrNotFound", err)
	}
	if err := drop(ctx, cfg.factory, cfg.name); err != nil {
		t.Errorf("drop a missing database: %v", err)
	}
}

// Compact removes the dummy databases that PrepareCompact creates.
func TestCompact(t *testing.T) {
	ctx := context.Background()
	if err := errors.Join((Databases{}).PrepareCompact(ctx), (Databases{}).Compact(ctx)); err != nil {
		t.Fatal(err)
	}
	if _, err := (Databases{}).Open(ctx, dummyName(0), false); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("%v, want ErrNotFound", err)
	}
}
