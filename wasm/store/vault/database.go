package vault

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"rroform/wasm/store"
	"rroform/wasm/store/sealed"
)

// manifest is the unencrypted row that says what a database is. A database
// without one holds a register that never moved. The JSON is stored on users'
// disks and must stay as it is.
type manifest struct {
	State state  `json:"state"`
	To    string `json:"to,omitempty"`    // moving, moved: the other database
	Dirty bool   `json:"dirty,omitempty"` // moved, in the root: the old rows are still in it
	Lock  *lock  `json:"lock,omitempty"`  // how the rows are encrypted; nil = they are not
}

type state string

const (
	current state = "home"    // the register is here
	moving  state = "moving"  // the register is here and is being copied to To
	moved   state = "moved"   // the register is in To
	filling state = "filling" // rows are being copied in; not a register yet
)

// manifestKey is the key of the manifest in store.Settings.
const manifestKey = "vault"

// database is an open database.
type database struct {
	name     string
	raw      store.Store
	manifest manifest
	rev      int64       // of the manifest, 0 = there is none
	seal     seal        // set by openView
	view     store.Store // the decrypted rows; nil until the passphrase is given
}

// openDatabase opens a database and reads its manifest.
func openDatabase(ctx context.Context, o Options, name string, create bool) (*database, error) {
	raw, err := o.Databases.Open(ctx, name, create)
	if err != nil {
		return nil, err
	}
	d := &database{name: name, raw: raw, manifest: manifest{State: current}}
	row, err := raw.Get(ctx, store.Settings, manifestKey)
	if errors.Is(err, store.ErrNotFound) {
		err = nil
	} else if err == nil {
		d.rev = row.Rev
		err = json.Unmarshal(row.Data, &d.manifest)
	}
	if err == nil && d.manifest.Lock == nil {
		err = d.openView(seal{}, nil)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("manifest of %s: %w", name, err), raw.Close())
	}
	return d, nil
}

// openView makes the rows readable with the keys of s.
func (d *database) openView(s seal, hideKeys []store.Table) error {
	if s.lock == nil {
		d.view = &guard{d}
		return nil
	}
	view, err := sealed.New(&guard{d}, s.key, hideKeys...)
	if err == nil {
		d.seal, d.view = s, view
	}
	return err
}

// setManifest replaces the manifest. The error wraps store.ErrGone if another
// tab has replaced it since it was read.
func (d *database) setManifest(ctx context.Context, m manifest) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	op := store.Op{Table: store.Settings, Key: manifestKey, Rev: d.rev, Data: data}
	revs, err := d.raw.Write(ctx, []store.Op{op})
	if errors.Is(err, store.ErrConflict) {
		return fmt.Errorf("manifest of %s: %w", d.name, store.ErrGone)
	}
	if err != nil {
		return err
	}
	d.manifest, d.rev = m, revs[0]
	return nil
}

// guard is a database's raw store without the manifest row. Every write fails
// with store.ErrGone if the manifest is not the one this tab has read.
type guard struct{ *database }

func (g *guard) Get(ctx context.Context, table store.Table, key string) (store.Row, error) {
	if isManifest(table, key) {
		return store.Row{}, store.ErrNotFound
	}
	return g.raw.Get(ctx, table, key)
}

func (g *guard) All(ctx context.Context, table store.Table) ([]store.Row, error) {
	rows, err := g.raw.All(ctx, table)
	return withoutManifest(table, rows), err
}

// Each leaves the manifest out of its block and out of the row counts that it
// passes to take.
func (g *guard) Each(ctx context.Context, table store.Table, take func(from int, rows []store.Row) error) error {
	removed := 0
	return g.raw.Each(ctx, table, func(from int, rows []store.Row) error {
		if from == 0 {
			removed = 0
		}
		before := from - removed
		rest := withoutManifest(table, rows)
		removed += len(rows) - len(rest)
		return take(before, rest)
	})
}

func withoutManifest(table store.Table, rows []store.Row) []store.Row {
	return slices.DeleteFunc(rows, func(r store.Row) bool { return isManifest(table, r.Key) })
}

func (g *guard) Keys(ctx context.Context, table store.Table) ([]string, error) {
	keys, err := g.raw.Keys(ctx, table)
	return slices.DeleteFunc(keys, func(key string) bool { return isManifest(table, key) }), err
}

func (g *guard) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	if len(ops) == 0 {
		return g.raw.Write(ctx, ops)
	}
	if slices.ContainsFunc(ops, func(o store.Op) bool { return isManifest(o.Table, o.Key) }) {
		return nil, fmt.Errorf("the manifest of a database: %w", store.ErrInvalid)
	}
	check := store.Op{Table: store.Settings, Key: manifestKey, Rev: g.rev, CheckOnly: true}
	revs, err := g.raw.Write(ctx, append(slices.Clip(ops), check))
	var c *store.ConflictError
	if errors.As(err, &c) && isManifest(c.Table, c.Key) {
		return nil, fmt.Errorf("write %d rows: %w", len(ops), store.ErrGone)
	}
	return revs[:min(len(revs), len(ops))], err
}

func (g *guard) Expect(bytes int) { g.raw.Expect(bytes) }

func (g *guard) Close() error { return g.raw.Close() }

func isManifest(table store.Table, key string) bool {
	return table == store.Settings && key == manifestKey
}
