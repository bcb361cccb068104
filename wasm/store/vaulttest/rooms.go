// Package vaulttest has databases in memory for tests of a vault.
package vaulttest

import (
	"context"
	"errors"
	"sync"

	"rroform/wasm/store"
)

// Rooms are databases in memory. Once Left is used up the browser is killed:
// nothing works any more, and what was written stays.
type Rooms struct {
	mu   sync.Mutex
	open map[string][]*connection
	All  map[string]*store.Memory
	Left int // operations until the end; < 0 = it never comes
}

// ErrKilled is what every operation comes to then.
var ErrKilled = errors.New("the browser was killed")

// New returns rooms without a database.
func New() *Rooms {
	return &Rooms{All: map[string]*store.Memory{}, open: map[string][]*connection{}, Left: -1}
}

// tick counts one operation.
func (r *Rooms) tick() error {
	if r.Left == 0 {
		return ErrKilled
	}
	if r.Left > 0 {
		r.Left--
	}
	return nil
}

// Open implements vault.Rooms.
func (r *Rooms) Open(_ context.Context, name string, create bool) (store.Store, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.tick(); err != nil {
		return nil, err
	}
	if r.All[name] == nil {
		if !create {
			return nil, store.ErrNotFound
		}
		r.All[name] = store.NewMemory()
	}
	c := &connection{rooms: r, memory: r.All[name]}
	r.open[name] = append(r.open[name], c)
	return c, nil
}

// Drop implements vault.Rooms.
func (r *Rooms) Drop(_ context.Context, name string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.tick(); err != nil {
		return err
	}
	delete(r.All, name)
	for _, c := range r.open[name] {
		c.gone = true
	}
	r.open[name] = nil
	return nil
}

// Soak implements vault.Rooms.
func (r *Rooms) Soak(context.Context) error { return nil }

// Wring implements vault.Rooms.
func (r *Rooms) Wring(context.Context) error { return nil }

// connection is a tab's way to a database: closed for itself, dead when the
// database is dropped.
type connection struct {
	rooms        *Rooms
	memory       *store.Memory
	closed, gone bool
}

func (c *connection) ready() error {
	c.rooms.mu.Lock()
	defer c.rooms.mu.Unlock()
	switch {
	case c.closed:
		return store.ErrClosed
	case c.gone:
		return store.ErrGone
	}
	return c.rooms.tick()
}

func (c *connection) Get(ctx context.Context, t store.Table, key string) (store.Row, error) {
	if err := c.ready(); err != nil {
		return store.Row{}, err
	}
	return c.memory.Get(ctx, t, key)
}

func (c *connection) All(ctx context.Context, t store.Table) ([]store.Row, error) {
	if err := c.ready(); err != nil {
		return nil, err
	}
	return c.memory.All(ctx, t)
}

func (c *connection) Each(ctx context.Context, t store.Table, take func(from int, rows []store.Row) error) error {
	if err := c.ready(); err != nil {
		return err
	}
	return c.memory.Each(ctx, t, take)
}

func (c *connection) Keys(ctx context.Context, t store.Table) ([]string, error) {
	if err := c.ready(); err != nil {
		return nil, err
	}
	return c.memory.Keys(ctx, t)
}

func (c *connection) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	if err := c.ready(); err != nil {
		return nil, err
	}
	return c.memory.Write(ctx, ops)
}

func (c *connection) Close() error {
	c.closed = true
	return nil
}
