// Package vaulttest provides databases in memory for tests of package vault.
package vaulttest

import (
	"context"
	"errors"
	"sync"

	"rroform/wasm/store"
)

// Databases implements vault.Databases in memory. It can play a browser that is
// killed: after Left operations every further one fails, and what was written
// stays.
type Databases struct {
	mu   sync.Mutex // guards open and All during calls
	open map[string][]*connection
	All  map[string]*store.Memory // by name
	Left int                      // operations until the browser is killed; < 0 = never
}

// ErrKilled is the error of every operation after the browser was killed.
var ErrKilled = errors.New("the browser was killed")

// New returns a browser without databases.
func New() *Databases {
	return &Databases{All: map[string]*store.Memory{}, open: map[string][]*connection{}, Left: -1}
}

// tick counts one operation. The caller holds mu.
func (r *Databases) tick() error {
	if r.Left == 0 {
		return ErrKilled
	}
	if r.Left > 0 {
		r.Left--
	}
	return nil
}

// Open implements vault.Databases.
func (r *Databases) Open(_ context.Context, name string, create bool) (store.Store, error) {
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
	c := &connection{databases: r, memory: r.All[name]}
	r.open[name] = append(r.open[name], c)
	return c, nil
}

// Drop implements vault.Databases.
func (r *Databases) Drop(_ context.Context, name string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.tick(); err != nil {
		return err
	}
	delete(r.All, name)
	for _, c := range r.open[name] {
		c.dropped = true
	}
	r.open[name] = nil
	return nil
}

// PrepareCompact implements vault.Databases.
func (r *Databases) PrepareCompact(context.Context) error { return nil }

// Compact implements vault.Databases.
func (r *Databases) Compact(context.Context) error { return nil }

// connection is one tab's connection to a database.
type connection struct {
	databases *Databases
	memory    *store.Memory
	closed    bool // by this tab
	dropped   bool // some tab has dropped the database
}

func (c *connection) ready() error {
	c.databases.mu.Lock()
	defer c.databases.mu.Unlock()
	switch {
	case c.closed:
		return store.ErrClosed
	case c.dropped:
		return store.ErrGone
	}
	return c.databases.tick()
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

func (c *connection) Expect(int) {}

func (c *connection) Close() error {
	c.closed = true
	return nil
}
