package tables

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"rroform/wasm/classifier"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/packs"
	"rroform/wasm/rpc"
	"rroform/wasm/sheet"
	"rroform/wasm/store"
)

// OwnResultsReq is empty.
type OwnResultsReq struct{}

// OwnResultsRes lists all own results, sorted by value.
type OwnResultsRes struct {
	Results []packs.OwnResult `json:"results"`
}

// OwnResults returns all own results; in the page «Наши результаты и статусы РРО».
func (ts *Tables) OwnResults(ctx context.Context, _ OwnResultsReq) (OwnResultsRes, error) {
	return ts.AllResults(ctx)
}

// AllResults returns all own results.
func (ts *Tables) AllResults(ctx context.Context) (OwnResultsRes, error) {
	res := OwnResultsRes{[]packs.OwnResult{}}
	err := ts.mappings(ctx, packs.OwnResultPrefix, func(row store.Row) error {
		var r packs.OwnResult
		if json.Unmarshal(row.Data, &r) == nil { // else it makes no sense, and does no harm
			r.Rev = row.Rev
			res.Results = append(res.Results, r)
		}
		return nil
	})
	slices.SortStableFunc(res.Results, func(x, y packs.OwnResult) int {
		return strings.Compare(classifier.Fold(x.Value), classifier.Fold(y.Value))
	})
	return res, err
}

// mappings calls take with the rows of [store.Mappings] whose keys start with prefix.
func (ts *Tables) mappings(ctx context.Context, prefix string, take func(store.Row) error) error {
	rows, err := ts.ledger.Store.All(ctx, store.Mappings)
	if err != nil {
		return explain.Error(err)
	}
	for _, row := range ledger.WithoutDamaged(rows) {
		if strings.HasPrefix(row.Key, prefix) {
			if err := take(row); err != nil {
				return explain.Error(err)
			}
		}
	}
	return nil
}

// SaveOwnResultsReq has own results to store: all of them, or none after an error.
type SaveOwnResultsReq struct {
	Results []packs.OwnResult `json:"results"`
}

// SaveOwnResults adds own results, and changes those that come with a revision. It refuses another
// status for a value that has one.
func (ts *Tables) SaveOwnResults(ctx context.Context, req SaveOwnResultsReq) (OwnResultsRes, error) {
	have, err := ts.AllResults(ctx)
	if err != nil {
		return OwnResultsRes{}, err
	}
	known := map[string]packs.OwnResult{}
	for _, r := range have.Results {
		known[classifier.Fold(r.Value)] = r
	}
	var ops []store.Op
	for _, r := range req.Results {
		r.Value = strings.Join(strings.Fields(r.Value), " ")
		key := classifier.Fold(r.Value)
		if err := packs.CheckOwnResult(r, key, known[key]); err != nil {
			return OwnResultsRes{}, err
		}
		if known[key].Same(r.Outcome) {
			continue
		}
		o, err := ledger.Op(store.Mappings, packs.OwnResultPrefix+key, r.Rev, r)
		if err != nil {
			return OwnResultsRes{}, err
		}
		ops, known[key] = append(ops, o), packs.OwnResult{Value: r.Value, Outcome: r.Outcome, Rev: r.Rev + 1}
	}
	if len(ops) > 0 {
		if _, err := ts.ledger.Store.Write(ctx, ops); err != nil {
			return OwnResultsRes{}, explain.Error(err)
		}
		ts.discardPrepared()
	}
	return ts.AllResults(ctx)
}

// discardPrepared makes [Tables.Prepare] start again, after own words or results have changed.
func (ts *Tables) discardPrepared() {
	if ts.Open != nil {
		ts.Open.made = nil
	}
}

// OwnResultReq names an own result.
type OwnResultReq struct {
	Value string `json:"value"`
}

// DeleteOwnResult deletes an own result. Appeals that were imported with it stay.
func (ts *Tables) DeleteOwnResult(ctx context.Context, req OwnResultReq) (OwnResultsRes, error) {
	key := packs.OwnResultPrefix + classifier.Fold(req.Value)
	if _, err := ts.ledger.Store.Get(ctx, store.Mappings, key); err != nil {
		return OwnResultsRes{}, explain.Error(err)
	}
	if _, err := ts.ledger.Store.Write(
		ctx, []store.Op{{Table: store.Mappings, Key: key, Rev: store.AnyRev}}); err != nil {
		return OwnResultsRes{}, explain.Error(err)
	}
	ts.discardPrepared()
	return ts.AllResults(ctx)
}

// refusedTable converts an error of package sheet for the page.
func refusedTable(r *sheet.RefusedError) error {
	return &rpc.Error{Code: "refused", Text: r.Text, Hint: r.Hint}
}
