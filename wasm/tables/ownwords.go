package tables

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/packs"
	"rroform/wasm/store"
	"rroform/wasm/table"
)

// OwnWordsReq is empty.
type OwnWordsReq struct{}

// OwnWordsRes lists all own words, sorted by field and value.
type OwnWordsRes struct {
	Words []packs.OwnWord `json:"words"`
}

// OwnWords returns the words in tables to which this body has given a meaning.
func (ts *Tables) OwnWords(ctx context.Context, _ OwnWordsReq) (OwnWordsRes, error) {
	return ts.AllWords(ctx)
}

// AllWords returns all own words.
func (ts *Tables) AllWords(ctx context.Context) (OwnWordsRes, error) {
	res := OwnWordsRes{[]packs.OwnWord{}}
	err := ts.mappings(ctx, packs.OwnWordPrefix, func(row store.Row) error {
		var w packs.OwnWord
		if json.Unmarshal(row.Data, &w) == nil && w.Check() == nil { // else it makes no sense, and does no harm
			w.Rev = row.Rev
			res.Words = append(res.Words, w)
		}
		return nil
	})
	slices.SortStableFunc(res.Words, func(x, y packs.OwnWord) int { return cmp.Compare(x.Key(), y.Key()) })
	return res, err
}

// SaveOwnWordsReq has own words to store: all of them, or none after an error.
type SaveOwnWordsReq struct {
	Words []packs.OwnWord `json:"words"`
}

// SaveOwnWords adds own words and replaces the meanings of those that exist.
func (ts *Tables) SaveOwnWords(ctx context.Context, req SaveOwnWordsReq) (OwnWordsRes, error) {
	var ops []store.Op
	for _, w := range req.Words {
		w.Value = strings.Join(strings.Fields(w.Value), " ")
		if err := w.Check(); err != nil {
			return OwnWordsRes{}, err
		}
		o, err := ledger.Op(store.Mappings, w.Key(), store.AnyRev, w)
		if err != nil {
			return OwnWordsRes{}, err
		}
		ops = append(ops, o)
	}
	if len(ops) > 0 {
		if _, err := ts.ledger.Store.Write(ctx, ops); err != nil {
			return OwnWordsRes{}, explain.Error(err)
		}
		ts.discardPrepared()
	}
	return ts.AllWords(ctx)
}

// DeleteOwnWord deletes an own word. Appeals that were imported with it stay.
func (ts *Tables) DeleteOwnWord(ctx context.Context, req packs.OwnWord) (OwnWordsRes, error) {
	if _, err := ts.ledger.Store.Get(ctx, store.Mappings, req.Key()); err != nil {
		return OwnWordsRes{}, explain.Error(err)
	}
	if _, err := ts.ledger.Store.Write(
		ctx, []store.Op{{Table: store.Mappings, Key: req.Key(), Rev: store.AnyRev}}); err != nil {
		return OwnWordsRes{}, explain.Error(err)
	}
	ts.discardPrepared()
	return ts.AllWords(ctx)
}

// words returns functions that look up the meaning of a cell: first in [table.UsualWords], then in the
// own results and own words. For the origin the own words come first.
func (ts *Tables) words(ctx context.Context) (table.Words, error) {
	results, err := ts.AllResults(ctx)
	if err != nil {
		return table.Words{}, err
	}
	words, err := ts.AllWords(ctx)
	if err != nil {
		return table.Words{}, err
	}
	outcomes, means := map[string]table.Outcome{}, map[string]string{}
	for _, r := range results.Results {
		outcomes[classifier.Fold(r.Value)] = r.Outcome
	}
	for _, w := range words.Words {
		means[w.Key()] = w.Means
	}
	meaning := func(field, cell string) string { return means[(&packs.OwnWord{Field: field, Value: cell}).Key()] }
	usual := table.UsualWords
	return table.Words{
		Result: func(cell string) (table.Outcome, bool) {
			if o, ok := usual.Result(cell); ok {
				return o, true
			}
			o, ok := outcomes[classifier.Fold(cell)]
			return o, ok
		},
		Direct: func(cell string) (bool, bool) {
			if direct, ok := usual.Direct(cell); ok {
				return direct, true
			}
			m := meaning(table.Direct, cell)
			return m == table.Yes, m != ""
		},
		Origin: func(cell string) (bool, bool) {
			if m := meaning(table.Direct, cell); m != "" {
				return m == table.Yes, true
			}
			return usual.Origin(cell)
		},
		Format: func(cell string) (appeal.Format, bool) {
			if f, ok := usual.Format(cell); ok {
				return f, true
			}
			m := meaning(table.Format, cell)
			return appeal.Format(m), m != ""
		},
	}, nil
}
