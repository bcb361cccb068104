package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// Entries of an archive as they came stand many in a row: a row each costs the
// browser as much again as those of their appeals (10,000 of them 2 s).

// sourceRef says where an entry as it came stands: in which row of
// [store.Sources], and at which place of it.
type sourceRef struct {
	row string
	nth int
}

// sourceAt is where the entry that an appeal came in stands.
func sourceAt(ap *appeal.Appeal) sourceRef {
	if ap.Source != nil && ap.Source.Row != "" {
		return sourceRef{ap.Source.Row, ap.Source.Nth}
	}
	return sourceRef{ap.ID, 0}
}

// sourceRow is a row: of one entry, as programs before blocks wrote it, or a
// block. A place whose entry has gone is null, so that the others keep theirs.
type sourceRow struct {
	source
	Entries []json.RawMessage `json:"entries"`
}

// entry returns one of them, nil = it has gone.
func (r *sourceRow) entry(nth int) (*source, error) {
	if r.Entries == nil {
		return &r.source, nil
	}
	if nth < 0 || nth >= len(r.Entries) {
		return nil, nil
	}
	var s *source
	err := json.Unmarshal(r.Entries[nth], &s)
	return s, err
}

// places is how many entries a row had when it was written: its key says so.
func places(key string) int {
	_, count, block := strings.Cut(key, "/")
	if n, err := strconv.Atoi(count); block && err == nil {
		return n
	}
	return 1
}

// A block is full with so many entries, or bytes: one entry is read by reading
// its block.
const (
	blockEntries = 100
	blockBytes   = 256 << 10
)

// sourceWriter puts entries into blocks.
type sourceWriter struct {
	ops    []store.Op // the full blocks
	block  bytes.Buffer
	places []*appeal.Source // to be told where their entry stands
}

// add takes the entry that came of from.
func (w *sourceWriter) add(from *appeal.Source, s *source) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	before := `,`
	if len(w.places) == 0 {
		before = `{"entries":[`
	}
	w.block.WriteString(before)
	w.block.Write(data)
	from.Nth = len(w.places)
	if w.places = append(w.places, from); len(w.places) == blockEntries || w.block.Len() >= blockBytes {
		w.end()
	}
	return nil
}

// end makes a row of what has come together.
func (w *sourceWriter) end() {
	if len(w.places) == 0 {
		return
	}
	w.block.WriteString(`]}`)
	key := newID() + "/" + strconv.Itoa(len(w.places))
	for _, from := range w.places {
		from.Row = key
	}
	w.ops = append(w.ops, store.Op{Table: store.Sources, Key: key, Data: bytes.Clone(w.block.Bytes())})
	w.block.Reset()
	w.places = nil
}

// dropSources returns the writes after which rows hold none but the held entries.
func (a *App) dropSources(ctx context.Context, keys []string, held map[sourceRef]bool) (ops []store.Op, err error) {
	count := map[string]int{}
	for at := range held {
		count[at.row]++
	}
	for _, key := range keys {
		switch n := count[key]; {
		case n == 0:
			ops = append(ops, store.Op{Table: store.Sources, Key: key, Rev: store.AnyRev})
		case n < places(key):
			rest, err := a.dropEntries(ctx, key, held)
			if err != nil {
				return nil, err
			}
			ops = append(ops, rest...)
		}
	}
	return ops, nil
}

// dropEntries is [App.dropSources] for a block of which some are held.
func (a *App) dropEntries(ctx context.Context, key string, held map[sourceRef]bool) ([]store.Op, error) {
	stored, err := a.store.Get(ctx, store.Sources, key)
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var row sourceRow
	if err := json.Unmarshal(stored.Data, &row); err != nil {
		return nil, err
	}
	gone := false
	for nth, data := range row.Entries {
		if !held[sourceRef{key, nth}] && string(data) != "null" {
			row.Entries[nth], gone = nil, true
		}
	}
	if !gone {
		return nil, nil
	}
	rest, err := op(store.Sources, key, store.AnyRev, struct {
		Entries []json.RawMessage `json:"entries"`
	}{row.Entries})
	return []store.Op{rest}, err
}
