package app

import (
	"cmp"
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

// OwnWord says what a body's own word for the sender or the way of delivery
// means. One word of a field has one meaning.
type OwnWord struct {
	Field string `json:"field"` // table.Direct or table.Format
	Value string `json:"value"`
	Means string `json:"means"` // an option of the field: table.Yes and table.No, or a format
	Rev   int64  `json:"rev"`   // 0 = new
}

const ownWordKey = "word/" // in store.Mappings, before field and folded value

func (w *OwnWord) key() string { return ownWordKey + w.Field + "/" + classifier.Fold(w.Value) }

// WordField is a field whose words have meanings.
type WordField struct {
	Field   string         `json:"field"`
	Label   string         `json:"label"`
	Options []table.Option `json:"options"`
}

// WordFields are the fields of [OwnWord].
var WordFields = []WordField{
	{table.Direct, "Откуда поступило", []table.Option{{Value: table.Yes, Label: "Напрямую от заявителя"}, {Value: table.No, Label: "Из другого органа"}}},
	{table.Format, appeal.Label(table.Format), table.TargetOf(table.Format).Options},
}

// OwnWordsReq asks for all own words.
type OwnWordsReq struct{}

// OwnWordsRes lists them by field and value.
type OwnWordsRes struct {
	Words []OwnWord `json:"words"`
}

// OwnWords returns the words of tables that have a meaning here.
func (a *App) OwnWords(ctx context.Context, _ OwnWordsReq) (OwnWordsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.ownWords(ctx)
}

func (a *App) ownWords(ctx context.Context) (OwnWordsRes, error) {
	res := OwnWordsRes{[]OwnWord{}}
	err := a.mappings(ctx, ownWordKey, func(row store.Row) error {
		var w OwnWord
		if json.Unmarshal(row.Data, &w) == nil && w.wrong() == nil { // else it makes no sense, and does no harm
			w.Rev = row.Rev
			res.Words = append(res.Words, w)
		}
		return nil
	})
	slices.SortStableFunc(res.Words, func(x, y OwnWord) int { return cmp.Compare(x.key(), y.key()) })
	return res, err
}

// wrong says what is wrong with a word, nil when nothing is.
func (w *OwnWord) wrong() error {
	if classifier.Fold(w.Value) == "" {
		return rpc.Problem("value", "Не указано слово из таблицы.", "Впишите его так, как оно стоит в вашей таблице.")
	}
	for _, f := range WordFields {
		for _, o := range f.Options {
			if f.Field == w.Field && o.Value == w.Means {
				return nil
			}
		}
	}
	return rpc.Problem("means", "Для «"+w.Value+"» не выбрано значение.", "Выберите значение из списка.")
}

// SaveOwnWordsReq stores own words, all or none.
type SaveOwnWordsReq struct {
	Words []OwnWord `json:"words"`
}

// SaveOwnWords adds own words, or gives those that are known another meaning.
func (a *App) SaveOwnWords(ctx context.Context, req SaveOwnWordsReq) (OwnWordsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var ops []store.Op
	for _, w := range req.Words {
		w.Value = strings.Join(strings.Fields(w.Value), " ")
		if err := w.wrong(); err != nil {
			return OwnWordsRes{}, err
		}
		o, err := op(store.Mappings, w.key(), store.AnyRev, w)
		if err != nil {
			return OwnWordsRes{}, err
		}
		ops = append(ops, o)
	}
	if len(ops) > 0 {
		if _, err := a.store.Write(ctx, ops); err != nil {
			return OwnWordsRes{}, explain.Error(err)
		}
		a.unprepare()
	}
	return a.ownWords(ctx)
}

// DeleteOwnWord forgets a word; appeals that were imported by it stay.
func (a *App) DeleteOwnWord(ctx context.Context, req OwnWord) (OwnWordsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, err := a.store.Get(ctx, store.Mappings, req.key()); err != nil {
		return OwnWordsRes{}, explain.Error(err)
	}
	if _, err := a.store.Write(ctx, []store.Op{{Table: store.Mappings, Key: req.key(), Rev: store.AnyRev}}); err != nil {
		return OwnWordsRes{}, explain.Error(err)
	}
	a.unprepare()
	return a.ownWords(ctx)
}

// words tells what the own wordings of this body mean.
func (a *App) words(ctx context.Context) (table.Words, error) {
	results, err := a.ownResults(ctx)
	if err != nil {
		return table.Words{}, err
	}
	words, err := a.ownWords(ctx)
	if err != nil {
		return table.Words{}, err
	}
	outcomes, means := map[string]table.Outcome{}, map[string]string{}
	for _, r := range results.Results {
		outcomes[classifier.Fold(r.Value)] = r.Outcome
	}
	for _, w := range words.Words {
		means[w.key()] = w.Means
	}
	meaning := func(field, cell string) string { return means[(&OwnWord{Field: field, Value: cell}).key()] }
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
