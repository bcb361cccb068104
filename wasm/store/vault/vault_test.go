package vault

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/store"
	"rroform/wasm/store/sealed"
	"rroform/wasm/store/storetest"
	"rroform/wasm/store/vaulttest"
)

func options(r *vaulttest.Databases) Options {
	return Options{
		Databases: r,
		Name:      "base",
		HideKeys:  []store.Table{store.Choices},
		Large:     []store.Table{store.Sources},
		Work:      4,
	}
}

func mustOpen(t *testing.T, r *vaulttest.Databases) *Vault {
	t.Helper()
	v, err := Open(t.Context(), options(r))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func quiet(int, int) error { return nil }

const (
	secret = "Приметная Анна"
	pass   = "верный пароль"
	other  = "другой пароль"
)

// fill writes rows to every table, some of them several times.
func fill(t *testing.T, s store.Store) {
	t.Helper()
	for n, table := range store.Tables() {
		for i := range 3 {
			key := fmt.Sprintf("%s %d", secret, i)
			for range 1 + (i+n)%3 {
				data := fmt.Appendf(nil, `{"name":"%s %d"}`, secret, i)
				op := store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: data}
				if _, err := s.Write(t.Context(), []store.Op{op}); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// rows returns all rows of a store with their revisions, by table and key.
func rows(t *testing.T, s store.Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	storetest.Each(t, s, func(table store.Table, row store.Row) {
		all[string(table)+"/"+row.Key] = fmt.Sprint(row.Rev, string(row.Data))
	})
	return all
}

// inPlain returns the names of the databases whose rows contain the secret unencrypted.
func inPlain(t *testing.T, r *vaulttest.Databases) []string {
	t.Helper()
	var names []string
	for _, name := range slices.Sorted(maps.Keys(r.All)) {
		storetest.Each(t, r.All[name], func(_ store.Table, row store.Row) {
			if strings.Contains(string(row.Data), secret) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		})
	}
	return names
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return mustOpen(t, vaulttest.New()) })
}

func TestContractLocked(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		v := mustOpen(t, vaulttest.New())
		if err := v.SetLock(t.Context(), pass, quiet); err != nil {
			t.Fatal(err)
		}
		return v
	})
}

// TestLife sets, changes and removes the passphrase of a register and scrubs it.
// It keeps every row and revision.
func TestLife(t *testing.T) {
	r := vaulttest.New()
	v := mustOpen(t, r)
	fill(t, v)
	want := rows(t, v)
	same := func(step string, s store.Store, plain ...string) {
		t.Helper()
		if got := rows(t, s); !maps.Equal(got, want) {
			t.Fatalf("%s: the rows differ: %d, want %d", step, len(got), len(want))
		}
		if got := inPlain(t, r); !slices.Equal(got, plain) {
			t.Fatalf("%s: unencrypted in %q, want %q", step, got, plain)
		}
	}
	same("new", v, "base")
	if err := v.SetLock(t.Context(), pass, quiet); err != nil {
		t.Fatal(err)
	}
	same("locked", v)
	v = mustOpen(t, r)
	if _, err := v.All(t.Context(), store.Appeals); !errors.Is(err, store.ErrLocked) || !v.Locked() || !v.Guarded() {
		t.Fatalf("before the passphrase: %v", err)
	}
	for _, wrong := range []string{"", "неверный", pass + " "} {
		if err := v.Unlock(wrong); !errors.Is(err, ErrPassphrase) || !v.Locked() {
			t.Fatalf("%q: %v", wrong, err)
		}
	}
	if err := v.Unlock(pass); err != nil {
		t.Fatal(err)
	}
	same("unlocked", v)
	if err := v.ChangeLock(t.Context(), "неверный", other, quiet); !errors.Is(err, ErrPassphrase) {
		t.Fatalf("change by a wrong one: %v", err)
	}
	if err := v.ChangeLock(t.Context(), pass, other, quiet); err != nil {
		t.Fatal(err)
	}
	v = mustOpen(t, r)
	if err := v.Unlock(pass); !errors.Is(err, ErrPassphrase) {
		t.Fatalf("the old one: %v", err)
	}
	if err := v.Unlock(other); err != nil {
		t.Fatal(err)
	}
	same("changed", v)
	if err := v.Scrub(t.Context(), quiet); err != nil {
		t.Fatal(err)
	}
	same("scrubbed under a passphrase", v)
	v = mustOpen(t, r)
	if err := v.Unlock(other); err != nil {
		t.Fatal(err)
	}
	same("unlocked after it", v)
	if err := v.RemoveLock(t.Context(), pass, quiet); !errors.Is(err, ErrPassphrase) {
		t.Fatalf("remove by a wrong one: %v", err)
	}
	if err := v.RemoveLock(t.Context(), other, quiet); err != nil {
		t.Fatal(err)
	}
	same("without", v, "base-3")
	v = mustOpen(t, r)
	if v.Locked() || v.Guarded() {
		t.Fatal("still locked")
	}
	same("opened again", v, "base-3")
	if err := v.Scrub(t.Context(), quiet); err != nil {
		t.Fatal(err)
	}
	same("scrubbed", v, "base-2")
	if got := slices.Sorted(maps.Keys(r.All)); !slices.Equal(got, []string{"base", "base-2"}) {
		t.Errorf("databases %q", got)
	}
	if err := v.Wipe(t.Context()); err != nil || len(r.All) != 0 {
		t.Errorf("wiped: %d databases, %v", len(r.All), err)
	}
	if got := rows(t, mustOpen(t, r)); len(got) != 0 {
		t.Errorf("after the wipe: %v", got)
	}
}

// TestKilled kills the browser at every single operation of every kind of move.
// The next start must find the whole register, either as before or as after the
// move.
func TestKilled(t *testing.T) {
	for name, step := range map[string]func(ctx context.Context, v *Vault) error{
		"lock":         func(ctx context.Context, v *Vault) error { return v.SetLock(ctx, pass, quiet) },
		"unlock":       func(ctx context.Context, v *Vault) error { return v.RemoveLock(ctx, pass, quiet) },
		"change":       func(ctx context.Context, v *Vault) error { return v.ChangeLock(ctx, pass, other, quiet) },
		"scrub":        func(ctx context.Context, v *Vault) error { return v.Scrub(ctx, quiet) },
		"scrub sealed": func(ctx context.Context, v *Vault) error { return v.Scrub(ctx, quiet) },
	} {
		t.Run(name, func(t *testing.T) {
			before, after := 0, 0
			for n := 0; ; n++ {
				r := vaulttest.New()
				v := mustOpen(t, r)
				fill(t, v)
				wasSealed := name == "unlock" || name == "change" || name == "scrub sealed"
				if wasSealed {
					if err := v.SetLock(t.Context(), pass, quiet); err != nil {
						t.Fatal(err)
					}
				}
				want := rows(t, v)
				old := v.current.name
				r.Left = n
				err := step(t.Context(), v)
				finished := r.Left > 0
				r.Left = -1
				v = mustOpen(t, r)
				if v.Locked() {
					if err := v.Unlock(pass); errors.Is(err, ErrPassphrase) {
						err = v.Unlock(other)
						if err != nil {
							t.Fatalf("killed at %d: %v", n, err)
						}
					} else if err != nil {
						t.Fatalf("killed at %d: %v", n, err)
					}
				}
				if got := rows(t, v); !maps.Equal(got, want) {
					t.Fatalf("killed at %d: %d rows, want %d", n, len(got), len(want))
				}
				moved := v.current.name != old
				if moved {
					after++
				} else {
					before++
				}
				if err == nil && !moved {
					t.Fatalf("killed at %d: no error, but not moved", n)
				}
				if v.Guarded() {
					if got := inPlain(t, r); len(got) > 0 {
						t.Fatalf("killed at %d: unencrypted in %q", n, got)
					}
				}
				if finished {
					break
				}
			}
			t.Logf("%d times as before, %d times as after", before, after)
			if before < 20 || after == 0 {
				t.Error("the kills missed the move")
			}
		})
	}
}

// TestOtherTab: a tab that missed a move cannot write, and the moved register
// stays as it is.
func TestOtherTab(t *testing.T) {
	r := vaulttest.New()
	v := mustOpen(t, r)
	fill(t, v)
	stale := mustOpen(t, r)
	put := []store.Op{{Table: store.Appeals, Key: "n", Rev: 0, Data: []byte(`{}`)}}
	if err := v.SetLock(t.Context(), pass, quiet); err != nil {
		t.Fatal(err)
	}
	want := rows(t, v)
	if _, err := stale.Write(t.Context(), put); !errors.Is(err, store.ErrGone) {
		t.Errorf("a write of the stale tab: %v", err)
	}
	stale = mustOpen(t, r)
	if err := stale.Unlock(pass); err != nil {
		t.Fatal(err)
	}
	if err := v.ChangeLock(t.Context(), pass, other, quiet); err != nil {
		t.Fatal(err)
	}
	if _, err := stale.Write(t.Context(), put); !errors.Is(err, store.ErrGone) {
		t.Errorf("a write under the old passphrase: %v", err)
	}
	if got := rows(t, v); !maps.Equal(got, want) {
		t.Error("the rows differ")
	}
}

// TestOpenedMeanwhile: when a tab opens the register while another moves it, the
// move fails and neither tab loses a row.
func TestOpenedMeanwhile(t *testing.T) {
	r := vaulttest.New()
	v := mustOpen(t, r)
	fill(t, v)
	want := rows(t, v)
	var second *Vault
	err := v.SetLock(t.Context(), pass, func(done, _ int) error {
		if second == nil {
			second = mustOpen(t, r)
		}
		return nil
	})
	if !errors.Is(err, store.ErrGone) {
		t.Fatalf("the move: %v, want ErrGone", err)
	}
	if got := rows(t, second); !maps.Equal(got, want) || second.Guarded() {
		t.Error("the rows differ in the second tab")
	}
	fill(t, second)
	put := []store.Op{{Table: store.Appeals, Key: "n", Rev: 0, Data: []byte(`{}`)}}
	if _, err := v.Write(t.Context(), put); !errors.Is(err, store.ErrGone) {
		t.Errorf("a write of the first tab: %v", err)
	}
}

// TestCancelled: after a cancelled move the vault is as before and accepts writes.
func TestCancelled(t *testing.T) {
	r := vaulttest.New()
	v := mustOpen(t, r)
	fill(t, v)
	want := rows(t, v)
	ctx, cancel := context.WithCancel(t.Context())
	err := v.SetLock(ctx, pass, func(done, total int) error {
		if done > total/2 {
			cancel()
		}
		return ctx.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if got := rows(t, v); !maps.Equal(got, want) || v.Guarded() || len(r.All) != 1 {
		t.Errorf("%d rows, guarded %v, %d databases", len(got), v.Guarded(), len(r.All))
	}
	fill(t, v) // writes still work
}

// keysOf returns the row keys that a passphrase decrypts from the manifests of
// all databases.
func keysOf(t *testing.T, r *vaulttest.Databases, passphrase string) (keys [][]byte) {
	t.Helper()
	for _, memory := range r.All {
		row, err := memory.Get(t.Context(), store.Settings, manifestKey)
		if err != nil {
			continue
		}
		var d manifest
		if err := json.Unmarshal(row.Data, &d); err != nil || d.Lock == nil {
			continue
		}
		if s, err := d.Lock.open(passphrase); err == nil {
			keys = append(keys, s.key)
		}
	}
	return keys
}

// TestOldKey: after the passphrase was changed or the register was scrubbed, the
// key in an old copy of the manifest opens no row.
func TestOldKey(t *testing.T) {
	for name, step := range map[string]func(ctx context.Context, v *Vault) error{
		"change": func(ctx context.Context, v *Vault) error { return v.ChangeLock(ctx, pass, other, quiet) },
		"scrub":  func(ctx context.Context, v *Vault) error { return v.Scrub(ctx, quiet) },
	} {
		t.Run(name, func(t *testing.T) {
			r := vaulttest.New()
			v := mustOpen(t, r)
			fill(t, v)
			if err := v.SetLock(t.Context(), pass, quiet); err != nil {
				t.Fatal(err)
			}
			old := keysOf(t, r, pass)
			if len(old) != 1 {
				t.Fatalf("%d keys under a new passphrase", len(old))
			}
			if err := step(t.Context(), v); err != nil {
				t.Fatal(err)
			}
			fill(t, v)
			if name == "change" && len(keysOf(t, r, pass)) > 0 {
				t.Error("the old passphrase still opens a manifest")
			}
			for _, memory := range r.All {
				view, err := sealed.New(memory, old[0], options(r).HideKeys...)
				if err != nil {
					t.Fatal(err)
				}
				all, err := view.All(t.Context(), store.Appeals)
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range all {
					if !row.Damaged {
						t.Errorf("the old key reads %s", row.Data)
					}
				}
			}
		})
	}
}

// TestStripped: whatever is done to the manifests, an encrypted register is not
// opened as an unencrypted one and accepts no row. If only the manifest of the
// root is lost, the register is found and asks for its passphrase.
func TestStripped(t *testing.T) {
	tamper := func(name, data string) func(t *testing.T, r *vaulttest.Databases) {
		return func(t *testing.T, r *vaulttest.Databases) {
			o := store.Op{Table: store.Settings, Key: manifestKey, Rev: store.AnyRev}
			if data != "" {
				o.Data = []byte(data)
			}
			if _, err := r.All[name].Write(t.Context(), []store.Op{o}); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, tt := range map[string]struct {
		change func(t *testing.T, r *vaulttest.Databases)
		found  bool // it can still be unlocked
	}{
		"manifest without a lock": {tamper("base-2", `{"state":"home"}`), false},
		"manifest deleted":        {tamper("base-2", ""), false},
		"manifest of a copy":      {tamper("base-2", `{"state":"filling"}`), false},
		"root without a lock":     {tamper("base", `{"state":"home"}`), true},
		"root without a manifest": {tamper("base", ""), true},
		"root of a copy":          {tamper("base", `{"state":"filling"}`), true},
		"root to nowhere":         {tamper("base", `{"state":"moved","to":"base-7"}`), true},
		"root to the other name":  {tamper("base", `{"state":"moved","to":"base-3"}`), true},
	} {
		t.Run(name, func(t *testing.T) {
			r := vaulttest.New()
			v := mustOpen(t, r)
			fill(t, v)
			want := rows(t, v)
			if err := v.SetLock(t.Context(), pass, quiet); err != nil {
				t.Fatal(err)
			}
			tt.change(t, r)
			v = mustOpen(t, r)
			if !v.Locked() || v.Stripped() == tt.found {
				t.Fatalf("locked %v, stripped %v", v.Locked(), v.Stripped())
			}
			put := []store.Op{{Table: store.Appeals, Key: "n", Rev: 0, Data: []byte(`{"name":"` + secret + `"}`)}}
			if _, err := v.Write(t.Context(), put); err == nil {
				t.Error("the vault accepted a row")
			}
			if err := v.SetLock(t.Context(), other, quiet); err == nil {
				t.Error("the vault accepted a new passphrase")
			}
			if got := inPlain(t, r); len(got) > 0 {
				t.Errorf("unencrypted in %q", got)
			}
			if err := v.Unlock(pass); !tt.found {
				if !errors.Is(err, ErrStripped) {
					t.Errorf("unlock: %v", err)
				}
			} else if err != nil {
				t.Error(err)
			} else if got := rows(t, v); !maps.Equal(got, want) {
				t.Errorf("%d rows, want %d", len(got), len(want))
			}
		})
	}
}
