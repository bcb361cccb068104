package idb

import (
	"context"
	"errors"
	"slices"
	"syscall/js"
	"testing"
	"time"

	"rroform/wasm/store"
)

func TestDataSurviveReopening(t *testing.T) {
	cfg := testConfig(t)
	d := mustOpen(t, cfg)
	mustWrite(t, d, op(store.Appeals, "k", 0, `"Ґ"`), op(store.Files, "f", 0, "\x00\xff"))
	d.Close()
	d = mustOpen(t, cfg)
	wantData(t, d, store.Appeals, "k", `"Ґ"`)
	wantData(t, d, store.Files, "f", "\x00\xff")
	mustWrite(t, d, op(store.Appeals, "k", 1, `2`)) // the revision survived too
}

func TestUpgradeKeepsRows(t *testing.T) {
	cfg := testConfig(t)
	d := mustOpen(t, cfg)
	mustWrite(t, d, op(store.Appeals, "k", 0, `1`), op(store.Files, "f", 0, "x"))
	d.Close()
	cfg.history = newer()
	d = mustOpen(t, cfg)
	wantData(t, d, store.Appeals, "k", `1`)
	wantData(t, d, store.Files, "f", "x")
	mustWrite(t, d, op(notes, "n", 0, `2`), op(store.Appeals, "k", 1, `3`))
	wantData(t, d, notes, "n", `2`)
}

func TestNewerVersion(t *testing.T) {
	cfg := testConfig(t)
	cfg.history = newer()
	mustOpen(t, cfg).Close()
	cfg.history = store.Migrations
	if _, err := open(context.Background(), cfg); !errors.Is(err, store.ErrNewer) {
		t.Fatalf("open: %v, want ErrNewer", err)
	}
}

// An older tab that closes its connection does not block a newer one. Its next
// call fails with ErrNewer.
func TestUpgradeBesideOlderTab(t *testing.T) {
	cfg := testConfig(t)
	old := mustOpen(t, cfg)
	mustWrite(t, old, op(store.Appeals, "k", 0, `1`))
	cfg.history = newer()
	wantData(t, mustOpen(t, cfg), store.Appeals, "k", `1`)
	for range 2 {
		_, err := old.Get(context.Background(), store.Appeals, "k")
		if !errors.Is(err, store.ErrNewer) {
			t.Fatalf("Get in the older tab: %v, want ErrNewer", err)
		}
	}
}

func TestBlockedOpen(t *testing.T) {
	for _, tt := range []struct {
		name string
		want error
		ctx  func() (context.Context, context.CancelFunc)
	}{
		{"timeout", store.ErrBlocked, func() (context.Context, context.CancelFunc) {
			return context.WithCancel(context.Background())
		}},
		{"cancelled", context.DeadlineExceeded, func() (context.Context, context.CancelFunc) {
			return context.WithTimeout(context.Background(), 50*time.Millisecond)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cfg := testConfig(t)
			mustOpen(t, cfg).Close()
			deaf := rawOpen(t, cfg.name, store.Version())
			cfg.history, cfg.timeout = newer(), 200*time.Millisecond
			ctx, cancel := tt.ctx()
			defer cancel()
			_, err := open(ctx, cfg)
			if !errors.Is(err, tt.want) || errors.Is(err, store.ErrNoStore) {
				t.Errorf("open: %v, want %v", err, tt.want)
			}
			// Now the abandoned request succeeds in the browser. It must create the
			// tables and close its connection.
			deaf.Call("close")
			cfg.timeout = 5 * time.Second
			d := mustOpen(t, cfg)
			mustWrite(t, d, op(notes, "n", 0, `1`))
		})
	}
}

// A database that another tab is to drop and does not let go of is in line for
// that: the browser says nothing to who opens it.
func TestSilentOpen(t *testing.T) {
	cfg := testConfig(t)
	mustOpen(t, cfg).Close()
	deaf := rawOpen(t, cfg.name, store.Version())
	cfg.factory.Call("deleteDatabase", cfg.name)
	cfg.timeout = 200 * time.Millisecond
	if _, err := open(context.Background(), cfg); !errors.Is(err, store.ErrSilent) {
		t.Errorf("open: %v, want ErrSilent", err)
	}
	deaf.Call("close")
	cfg.timeout = 5 * time.Second
	mustWrite(t, mustOpen(t, cfg), op(store.Appeals, "k", 0, `1`))
}

func TestCancelledOpen(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := open(ctx, testConfig(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("open: %v, want context.Canceled", err)
	}
}

func TestNoStore(t *testing.T) {
	object := js.Global().Get("Object")
	throws := object.New()
	// This method throws a TypeError unless called on an IDBFactory.
	throws.Set("open", js.Global().Get("IDBFactory").Get("prototype").Get("open").Call("bind", object.New()))
	for name, factory := range map[string]js.Value{
		"undefined": js.Undefined(), "null": js.Null(), "open throws": throws,
	} {
		cfg := testConfig(t)
		cfg.factory = factory
		if _, err := open(context.Background(), cfg); !errors.Is(err, store.ErrNoStore) {
			t.Errorf("%s: %v, want ErrNoStore", name, err)
		}
	}
}

// A failing upgrade must neither panic nor leave a database with some of the tables.
func TestFailingUpgrade(t *testing.T) {
	cfg := testConfig(t)
	twice := store.Migration{Version: store.Version() + 1, Text: []store.Table{notes, store.Appeals}}
	cfg.history = append(slices.Clone(store.Migrations), twice)
	if _, err := open(context.Background(), cfg); !errors.Is(err, store.ErrNoStore) {
		t.Fatalf("open: %v, want ErrNoStore", err)
	}
	cfg.history = store.Migrations
	mustWrite(t, mustOpen(t, cfg), op(store.Appeals, "k", 0, `1`))
}

func TestOpenErrors(t *testing.T) {
	for name, want := range map[string]error{
		"VersionError":       store.ErrNewer,
		"QuotaExceededError": store.ErrQuota,
		"SecurityError":      store.ErrNoStore,
		"InvalidStateError":  store.ErrNoStore, // private windows of older Firefox
		"UnknownError":       store.ErrNoStore,
	} {
		if err := explainOpen(domError(exception(name))); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
}
