package source

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/store"
)

// Entries of an archive as they came stand many in a row: a row each costs the
// browser as much again as those of their appeals (10,000 of them 2 s).

// Ref says where an entry as it came stands: in which row of
// [store.Sources], and at which place of it.
type Ref struct {
	Row string
	Nth int
}

// RefOf is where the entry that an appeal came in stands.
func RefOf(ap *appeal.Appeal) Ref {
	if ap.Source != nil && ap.Source.Row != "" {
		return Ref{ap.Source.Row, ap.Source.Nth}
	}
	return Ref{ap.ID, 0}
}

// row is a row: of one entry, as programs before blocks wrote it, or a
// block. A place whose entry has gone is null, so that the others keep theirs.
type row struct {
	Source
	Entries []json.RawMessage `json:"entries"`
}

// entry returns one of them, nil = it has gone.
func (r *row) entry(nth int) (*Source, error) {
	if r.Entries == nil {
		return &r.Source, nil
	}
	if nth < 0 || nth >= len(r.Entries) {
		return nil, nil
	}
	var s *Source
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

// Writer puts entries into blocks.
type Writer struct {
	Ops    []store.Op // the full blocks
	block  bytes.Buffer
	places []*appeal.Source // to be told where their entry stands
}

// Add takes the entry that came of from.
func (w *Writer) Add(from *appeal.Source, s *Source) error {
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
		w.End()
	}
	return nil
}

// End makes a row of what has come together.
func (w *Writer) End() {
	if len(w.places) == 0 {
		return
	}
	w.block.WriteString(`]}`)
	key := ledger.NewID() + "/" + strconv.Itoa(len(w.places))
	for _, from := range w.places {
		from.Row = key
	}
	w.Ops = append(w.Ops, store.Op{Table: store.Sources, Key: key, Data: bytes.Clone(w.block.Bytes())})
	w.block.Reset()
	w.places = nil
}

// DropOps returns the writes after which rows hold none but the held entries.
func (s *Sources) DropOps(ctx context.Context, keys []string, held map[Ref]bool) (ops []store.Op, err error) {
	count := map[string]int{}
	for at := range held {
		count[at.Row]++
	}
	for _, key := range keys {
		switch n := count[key]; {
		case n == 0:
			ops = append(ops, store.Op{Table: store.Sources, Key: key, Rev: store.AnyRev})
		case n < places(key):
			rest, err := s.dropEntries(ctx, key, held)
			if err != nil {
				return nil, err
			}
			ops = append(ops, rest...)
		}
	}
	return ops, nil
}

// dropEntries is [App.dropSources] for a block of which some are held.
func (s *Sources) dropEntries(ctx context.Context, key string, held map[Ref]bool) ([]store.Op, error) {
	stored, err := s.ledger.Store.Get(ctx, store.Sources, key)
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var have row
	if err := json.Unmarshal(stored.Data, &have); err != nil {
		return nil, err
	}
	gone := false
	for nth, data := range have.Entries {
		if !held[Ref{key, nth}] && string(data) != "null" {
			have.Entries[nth], gone = nil, true
		}
	}
	if !gone {
		return nil, nil
	}
	rest, err := ledger.Op(store.Sources, key, store.AnyRev, struct {
		Entries []json.RawMessage `json:"entries"`
	}{have.Entries})
	return []store.Op{rest}, err
}
