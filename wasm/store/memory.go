package store

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// Memory is a Store that lives as long as the program: for tests, and for work
// without saving where the browser offers no storage ([ErrNoStore]).
type Memory struct {
	mu     sync.Mutex
	tables map[Table]map[string]Row // nil after Close
}

// NewMemory returns an empty store with the tables of [Migrations].
func NewMemory() *Memory {
	tables := map[Table]map[string]Row{}
	for _, t := range Tables() {
		tables[t] = map[string]Row{}
	}
	return &Memory{tables: tables}
}

// Get implements [Store].
func (m *Memory) Get(ctx context.Context, table Table, key string) (Row, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.ready(ctx, Migrations.CheckRead(table)); err != nil {
		return Row{}, fmt.Errorf("get %s/%s: %w", table, key, err)
	}
	row, ok := m.tables[table][key]
	if !ok {
		return Row{}, fmt.Errorf("get %s/%s: %w", table, key, ErrNotFound)
	}
	return cloneRow(row), nil
}

// All implements [Store].
func (m *Memory) All(ctx context.Context, table Table) ([]Row, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.ready(ctx, Migrations.CheckAll(table)); err != nil {
		return nil, fmt.Errorf("all of %s: %w", table, err)
	}
	rows := make([]Row, 0, len(m.tables[table]))
	for _, key := range slices.Sorted(maps.Keys(m.tables[table])) {
		rows = append(rows, cloneRow(m.tables[table][key]))
	}
	return rows, nil
}

// Keys implements [Store].
func (m *Memory) Keys(ctx context.Context, table Table) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.ready(ctx, Migrations.CheckRead(table)); err != nil {
		return nil, fmt.Errorf("keys of %s: %w", table, err)
	}
	return slices.Sorted(maps.Keys(m.tables[table])), nil
}

// Write implements [Store].
func (m *Memory) Write(ctx context.Context, ops []Op) ([]int64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.ready(ctx, Migrations.Check(ops)); err != nil {
		return nil, fmt.Errorf("write %d rows: %w", len(ops), err)
	}
	revs, err := Migrations.Revise(ops, func(i int) int64 {
		return m.tables[ops[i].Table][ops[i].Key].Rev
	})
	if err != nil {
		return nil, err
	}
	for i, op := range ops {
		if op.Look {
			continue
		}
		if op.Data == nil {
			delete(m.tables[op.Table], op.Key)
			continue
		}
		m.tables[op.Table][op.Key] = cloneRow(Row{Key: op.Key, Rev: revs[i], Data: op.Data})
	}
	return revs, nil
}

// Close implements [Store]; the rows are gone.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tables = nil
	return nil
}

// ready returns why a call cannot be served: the store is closed, the context
// is over, or the arguments are wrong.
func (m *Memory) ready(ctx context.Context, invalid error) error {
	if m.tables == nil {
		return ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return invalid
}

func cloneRow(r Row) Row {
	r.Data = bytes.Clone(r.Data)
	return r
}
