package app

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
	"rroform/wasm/table"
)

// OwnResult says which status a body's own wording of a result means, and
// whether measures were taken where it says so. One own value has exactly one
// status (B-20, 002:295): its folded text is the key.
type OwnResult struct {
	Value string `json:"value"`
	table.Outcome
	Rev int64 `json:"rev"` // 0 = new
}

const ownResultKey = "result/" // in store.Mappings, before the folded value

// OwnResultsReq asks for all own results.
type OwnResultsReq struct{}

// OwnResultsRes lists them by value.
type OwnResultsRes struct {
	Results []OwnResult `json:"results"`
}

// OwnResults returns «Наши результаты и статусы РРО».
func (a *App) OwnResults(ctx context.Context, _ OwnResultsReq) (OwnResultsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.ownResults(ctx)
}

func (a *App) ownResults(ctx context.Context) (OwnResultsRes, error) {
	res := OwnResultsRes{[]OwnResult{}}
	err := a.mappings(ctx, ownResultKey, func(row store.Row) error {
		var r OwnResult
		if json.Unmarshal(row.Data, &r) == nil { // else it makes no sense, and does no harm
			r.Rev = row.Rev
			res.Results = append(res.Results, r)
		}
		return nil
	})
	slices.SortStableFunc(res.Results, func(x, y OwnResult) int { return strings.Compare(classifier.Fold(x.Value), classifier.Fold(y.Value)) })
	return res, err
}

// mappings reads the rows of store.Mappings whose keys begin so.
func (a *App) mappings(ctx context.Context, prefix string, take func(store.Row) error) error {
	rows, err := a.store.All(ctx, store.Mappings)
	if err != nil {
		return explain.Error(err)
	}
	for _, row := range withoutDamaged(rows) {
		if strings.HasPrefix(row.Key, prefix) {
			if err := take(row); err != nil {
				return explain.Error(err)
			}
		}
	}
	return nil
}

// SaveOwnResultsReq stores own results, all or none.
type SaveOwnResultsReq struct {
	Results []OwnResult `json:"results"`
}

// SaveOwnResults adds own results, or changes those that are given with their
// revision. A second status for a value that has one is refused.
func (a *App) SaveOwnResults(ctx context.Context, req SaveOwnResultsReq) (OwnResultsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	have, err := a.ownResults(ctx)
	if err != nil {
		return OwnResultsRes{}, err
	}
	known := map[string]OwnResult{}
	for _, r := range have.Results {
		known[classifier.Fold(r.Value)] = r
	}
	var ops []store.Op
	for _, r := range req.Results {
		r.Value = strings.Join(strings.Fields(r.Value), " ")
		key := classifier.Fold(r.Value)
		if err := readOwnResult(r, key, known[key]); err != nil {
			return OwnResultsRes{}, err
		}
		if known[key].Same(r.Outcome) {
			continue
		}
		o, err := op(store.Mappings, ownResultKey+key, r.Rev, r)
		if err != nil {
			return OwnResultsRes{}, err
		}
		ops, known[key] = append(ops, o), OwnResult{r.Value, r.Outcome, r.Rev + 1}
	}
	if len(ops) > 0 {
		if _, err := a.store.Write(ctx, ops); err != nil {
			return OwnResultsRes{}, explain.Error(err)
		}
		a.unprepare()
	}
	return a.ownResults(ctx)
}

// unprepare makes the open table be read anew: its results mean something else.
func (a *App) unprepare() {
	if a.table != nil {
		a.table.made = nil
	}
}

// readOwnResult says what is wrong with an own result, nil when nothing is.
func readOwnResult(r OwnResult, key string, known OwnResult) error {
	if key == "" {
		return rpc.Problem("value", "Не указан свой результат.", "Впишите его так, как он стоит в вашей таблице.")
	}
	info, ok := appeal.StatusOf(r.Status)
	if !ok {
		return rpc.Problem("status", "Для результата «"+r.Value+"» не выбран статус.", "Выберите статус из списка.")
	}
	if r.ActionsTaken != nil && info.Measures == appeal.Absent {
		return rpc.Problem("status", "К статусу «"+info.Label+"» принятые меры не относятся.", "Выберите статус из списка.")
	}
	if o, is := table.OutcomeByLabel(r.Value); is {
		return rpc.Problem("value", "«"+o.Label()+"» — это уже статус, соответствие ему не нужно.", "Впишите результат, который называется иначе.")
	}
	if known.Status != "" && !known.Same(r.Outcome) && known.Rev != r.Rev {
		return rpc.Problem("taken", "Результат «"+known.Value+"» уже соответствует статусу «"+known.Label()+"», второй статус ему дать нельзя.",
			"Одному результату может соответствовать только один статус. Изменить его можно в «Справочники», «Наши результаты и статусы РРО».")
	}
	return nil
}

// OwnResultReq names an own result.
type OwnResultReq struct {
	Value string `json:"value"`
}

// DeleteOwnResult removes an own result; appeals that were imported by it stay.
func (a *App) DeleteOwnResult(ctx context.Context, req OwnResultReq) (OwnResultsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	key := ownResultKey + classifier.Fold(req.Value)
	if _, err := a.store.Get(ctx, store.Mappings, key); err != nil {
		return OwnResultsRes{}, explain.Error(err)
	}
	if _, err := a.store.Write(ctx, []store.Op{{Table: store.Mappings, Key: key, Rev: store.AnyRev}}); err != nil {
		return OwnResultsRes{}, explain.Error(err)
	}
	a.unprepare()
	return a.ownResults(ctx)
}

// refusedTable turns a refusal of package table into words for the page.
func refusedTable(r *table.RefusedError) error {
	return &rpc.Error{Code: "refused", Text: r.Text, Hint: r.Hint}
}
