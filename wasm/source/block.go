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

// Ref is the place of an original entry in [store.Sources].
type Ref struct {
	Row string // key of the row
	Nth int    // index in the row
}

// RefOf returns the place of the entry that an appeal was read from.
func RefOf(ap *appeal.Appeal) Ref {
	if ap.Source != nil && ap.Source.Row != "" {
		return Ref{ap.Source.Row, ap.Source.Nth}
	}
	return Ref{ap.ID, 0}
}

// row is a stored row: a block of entries, or one entry, written by an older program. Blocks exist because a row for
// each of 10,000 entries costs the browser 2 s more. A removed entry is null, so that the others keep their index.
type row struct {
	Source
	Entries []json.RawMessage `json:"entries"`
}

// entry returns an entry of the row, nil = removed.
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

// places returns the number of entries that a row had when it was written. The key contains it.
func places(key string) int {
	_, count, block := strings.Cut(key, "/")
	if n, err := strconv.Atoi(count); block && err == nil {
		return n
	}
	return 1
}

// Limits of a block. They are low because reading one entry means reading its block.
const (
	blockEntries = 100
	blockBytes   = 256 << 10
)

// Writer collects entries in blocks.
type Writer struct {
	Ops    []store.Op // the full blocks
	block  bytes.Buffer
	places []*appeal.Source // of the entries in the block; their Row is set when the block is full
}

// Add appends the entry s. It sets from.Nth now, and from.Row when the block is full.
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

// End completes the last block. Call it after the last Add.
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

// DropOps returns the writes that remove all entries of the rows with these keys, except the held ones.
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

// dropEntries returns the write that removes the other entries of a block with held ones.
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
	removed := false
	for nth, data := range have.Entries {
		if !held[Ref{key, nth}] && string(data) != "null" {
			have.Entries[nth], removed = nil, true
		}
	}
	if !removed {
		return nil, nil
	}
	rest, err := ledger.Op(store.Sources, key, store.AnyRev, struct {
		Entries []json.RawMessage `json:"entries"`
	}{have.Entries})
	return []store.Op{rest}, err
}
