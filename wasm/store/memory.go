package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// Memory is a Store that lives as long as the program. It serves tests, and the
// page in browsers that offer no storage ([ErrNoStore]).
type Memory struct {
	mu     sync.Mutex
	tables map[Table]map[string][]byte // nil after Close; text tables hold what [TextValue] returns
}

// NewMemory returns an empty store with the tables of [Migrations].
func NewMemory() *Memory {
	tables := map[Table]map[string][]byte{}
	for _, t := range Tables() {
		tables[t] = map[string][]byte{}
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
	value, ok := m.tables[table][key]
	if !ok {
		return Row{}, fmt.Errorf("get %s/%s: %w", table, key, ErrNotFound)
	}
	if IsBinary(table) {
		return Row{Key: key, Data: clone(value)}, nil
	}
	row, err := readAs(key, value)
	if err != nil {
		err = fmt.Errorf("get %s/%s: %w", table, key, err)
	}
	return row, err
}

// readAs reads a text value stored under key. It sets the key, because that of
// a damaged value may be unreadable.
func readAs(key string, value []byte) (Row, error) {
	row, err := ReadText(clone(value))
	row.Key = key
	return row, err
}

// Spoil changes a stored row as a failing disk would; for tests.
func (m *Memory) Spoil(table Table, key string, change func([]byte) []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tables[table][key] = change(clone(m.tables[table][key]))
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
		row, _ := readAs(key, m.tables[table][key]) // a damaged row is marked
		rows = append(rows, row)
	}
	return rows, nil
}

// blockRows is the size of the blocks of [Memory.Each]: small, so that tests
// see several blocks.
const blockRows = 100

// Each implements [Store].
func (m *Memory) Each(ctx context.Context, table Table, take func(from int, rows []Row) error) error {
	rows, err := m.All(ctx, table)
	if err != nil {
		return err
	}
	for from := 0; ; from += blockRows {
		to := min(from+blockRows, len(rows))
		if err := take(from, rows[from:to]); err != nil || to == len(rows) {
			return err
		}
	}
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
		return StoredRev(m.tables[ops[i].Table][ops[i].Key])
	})
	if err != nil {
		return nil, err
	}
	for i, op := range ops {
		switch {
		case op.CheckOnly:
		case op.Data == nil:
			delete(m.tables[op.Table], op.Key)
		case IsBinary(op.Table):
			m.tables[op.Table][op.Key] = clone(op.Data)
		default:
			m.tables[op.Table][op.Key] = TextValue(revs[i], op.Key, op.Encoded(revs[i]))
		}
	}
	return revs, nil
}

// Expect implements [Store]. Memory needs no space on a disk.
func (m *Memory) Expect(int) {}

// Close implements [Store]. It discards the rows.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tables = nil
	return nil
}

// ready returns why a call cannot be served: the store is closed, the context
// is cancelled, or the arguments are wrong. The caller holds mu.
func (m *Memory) ready(ctx context.Context, invalid error) error {
	if m.tables == nil {
		return ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return invalid
}

// clone copies data; the copy of an empty slice is not nil, which would mean a missing row.
func clone(data []byte) []byte { return append([]byte{}, data...) }
