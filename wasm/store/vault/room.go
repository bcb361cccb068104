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

// deed is the plain row of a database that says what it is. Without one it is
// a register that never moved.
type deed struct {
	State state  `json:"state"`
	To    string `json:"to,omitempty"`    // moving, moved: the other database
	Dirty bool   `json:"dirty,omitempty"` // moved, in the front: what has moved away still lies here
	Lock  *lock  `json:"lock,omitempty"`  // how its rows are sealed; nil = in plain
}

type state string

const (
	home    state = "home"
	moving  state = "moving"  // still home; it is being copied to To
	moved   state = "moved"   // home is at To
	filling state = "filling" // being copied into, nothing yet
)

// deedKey is where a deed stands in store.Settings.
const deedKey = "vault"

// room is an open database.
type room struct {
	name string
	raw  store.Store
	deed deed
	rev  int64       // of the deed, 0 = there is none
	seal seal        // of its rows, once they are seen
	view store.Store // its rows in plain; nil while they are sealed
}

func enter(ctx context.Context, o Options, name string, create bool) (*room, error) {
	raw, err := o.Rooms.Open(ctx, name, create)
	if err != nil {
		return nil, err
	}
	r := &room{name: name, raw: raw, deed: deed{State: home}}
	row, err := raw.Get(ctx, store.Settings, deedKey)
	if errors.Is(err, store.ErrNotFound) {
		err = nil
	} else if err == nil {
		r.rev = row.Rev
		err = json.Unmarshal(row.Data, &r.deed)
	}
	if err == nil && r.deed.Lock == nil {
		err = r.see(seal{}, nil)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("deed of %s: %w", name, err), raw.Close())
	}
	return r, nil
}

// see makes the view of the rows.
func (r *room) see(s seal, speaking []store.Table) error {
	if s.lock == nil {
		r.view = &guard{r}
		return nil
	}
	view, err := sealed.New(&guard{r}, s.key, speaking...)
	if err == nil {
		r.seal, r.view = s, view
	}
	return err
}

// become writes another deed, if the present one still stands.
func (r *room) become(ctx context.Context, d deed) error {
	data, err := json.Marshal(d)
	if err != nil {
		return err
	}
	revs, err := r.raw.Write(ctx, []store.Op{{Table: store.Settings, Key: deedKey, Rev: r.rev, Data: data}})
	if errors.Is(err, store.ErrConflict) {
		return fmt.Errorf("deed of %s: %w", r.name, store.ErrGone)
	}
	if err != nil {
		return err
	}
	r.deed, r.rev = d, revs[0]
	return nil
}

// guard is the raw store of a room without its deed, on which every write
// depends.
type guard struct{ *room }

func (g *guard) Get(ctx context.Context, table store.Table, key string) (store.Row, error) {
	if isDeed(table, key) {
		return store.Row{}, store.ErrNotFound
	}
	return g.raw.Get(ctx, table, key)
}

func (g *guard) All(ctx context.Context, table store.Table) ([]store.Row, error) {
	rows, err := g.raw.All(ctx, table)
	return slices.DeleteFunc(rows, func(r store.Row) bool { return isDeed(table, r.Key) }), err
}

// Each keeps the count of rows that the deed, which stands in one of the blocks,
// does not belong to.
func (g *guard) Each(ctx context.Context, table store.Table, take func(from int, rows []store.Row) error) error {
	without := 0
	return g.raw.Each(ctx, table, func(from int, rows []store.Row) error {
		if from == 0 {
			without = 0
		}
		before := from - without
		rest := slices.DeleteFunc(rows, func(r store.Row) bool { return isDeed(table, r.Key) })
		without += len(rows) - len(rest)
		return take(before, rest)
	})
}

func (g *guard) Keys(ctx context.Context, table store.Table) ([]string, error) {
	keys, err := g.raw.Keys(ctx, table)
	return slices.DeleteFunc(keys, func(key string) bool { return isDeed(table, key) }), err
}

func (g *guard) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	if len(ops) == 0 {
		return g.raw.Write(ctx, ops)
	}
	if slices.ContainsFunc(ops, func(o store.Op) bool { return isDeed(o.Table, o.Key) }) {
		return nil, fmt.Errorf("the deed of a database: %w", store.ErrInvalid)
	}
	look := store.Op{Table: store.Settings, Key: deedKey, Rev: g.rev, Look: true}
	revs, err := g.raw.Write(ctx, append(slices.Clip(ops), look))
	var c *store.ConflictError
	if errors.As(err, &c) && isDeed(c.Table, c.Key) {
		return nil, fmt.Errorf("write %d rows: %w", len(ops), store.ErrGone)
	}
	return revs[:min(len(revs), len(ops))], err
}

func (g *guard) Close() error { return g.raw.Close() }

func isDeed(table store.Table, key string) bool { return table == store.Settings && key == deedKey }
