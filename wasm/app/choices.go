package app

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"rroform/wasm/explain"
	"rroform/wasm/finder"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/store"
)

// choice is a code that was chosen for some words, as stored.
type choice struct {
	finder.Choice
	Last time.Time `json:"last"`
}

// keptChoices is the maximum of stored choices; the one unused for the longest time is dropped first.
const keptChoices = 2000

func choiceKey(words, code string) string { return code + " " + words }

func (a *App) takeChoice(r store.Row) error {
	var c choice
	if err := json.Unmarshal(r.Data, &c); err != nil {
		return err
	}
	a.choices[r.Key] = c
	return nil
}

// learned returns the choices of this office, prepared for the search. It prepares them again after
// the choices or the classifier have changed.
func (a *App) learned(ix *finder.Index) *finder.Learned {
	if len(a.choices) == 0 {
		return nil
	}
	if a.lessons == nil || a.lessonsOf != ix {
		list := make([]finder.Choice, 0, len(a.choices))
		for _, c := range a.choices {
			list = append(list, c.Choice)
		}
		a.lessons, a.lessonsOf = ix.Learn(list), ix
	}
	return a.lessons
}

// ChooseCodeReq has the words of a search and the code that the clerk chose.
type ChooseCodeReq struct {
	Query string `json:"query"`
	Code  string `json:"code"`
}

// ChooseCodeRes is empty.
type ChooseCodeRes struct{}

// longestLesson is the maximum of words that are stored of one search.
const longestLesson = 12

// ChooseCode stores a choice, so that the search ranks the code higher for such words. It stores only
// words that the classifier or its phrases have, and nothing if a code or a number was typed. Choices
// leave the machine only in backups.
func (a *App) ChooseCode(ctx context.Context, req ChooseCodeReq) (ChooseCodeRes, error) {
	ix := a.searcher()
	a.mu.Lock()
	defer a.mu.Unlock()
	words := ix.Known(asMeant(ix, req.Query))
	if row, known := a.packs.Codes.Row(req.Code); !known || !row.Assignable() || len(words) == 0 {
		return ChooseCodeRes{}, nil
	}
	words = words[:min(len(words), longestLesson)]
	slices.Sort(words)
	text := strings.Join(words, " ")
	key := choiceKey(text, req.Code)
	c := a.choices[key]
	c.Words, c.Code, c.Count, c.Last = text, req.Code, c.Count+1, a.office.Now().UTC()
	o, err := ledger.Op(store.Choices, key, store.AnyRev, c)
	if err != nil {
		return ChooseCodeRes{}, err
	}
	ops := []store.Op{o}
	stale := a.staleChoice(key)
	if stale != "" {
		ops = append(ops, store.Op{Table: store.Choices, Key: stale, Rev: store.AnyRev})
	}
	if _, err := a.ledger.Store.Write(ctx, ops); err != nil {
		return ChooseCodeRes{}, explain.Error(err)
	}
	delete(a.choices, stale)
	a.choices[key], a.lessons = c, nil
	return ChooseCodeRes{}, nil
}

// staleChoice returns the key of the choice to drop; "" = there is space.
func (a *App) staleChoice(next string) string {
	if _, there := a.choices[next]; there || len(a.choices) < keptChoices {
		return ""
	}
	oldest := ""
	for key, c := range a.choices {
		if oldest == "" || c.Last.Before(a.choices[oldest].Last) {
			oldest = key
		}
	}
	return oldest
}

// LearnedReq is empty.
type LearnedReq struct{}

// LearnedRes lists the choices, the latest first.
type LearnedRes struct {
	Choices    []LearnedRow   `json:"choices"`
	Favourites []FrequentCode `json:"favourites"`
}

// LearnedRow is one choice, for people.
type LearnedRow struct {
	finder.Choice
	Title string    `json:"title"`
	Last  time.Time `json:"last"`
}

// Learned lists the choices that change the ranking of codes.
func (a *App) Learned(context.Context, LearnedReq) (LearnedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := LearnedRes{[]LearnedRow{}, a.favouriteCodes()}
	for _, c := range a.choices {
		res.Choices = append(res.Choices, LearnedRow{c.Choice, a.packs.CodeTitle(c.Code), c.Last})
	}
	slices.SortFunc(res.Choices, func(x, y LearnedRow) int {
		return cmp.Or(y.Last.Compare(x.Last), cmp.Compare(choiceKey(x.Words, x.Code), choiceKey(y.Words, y.Code)))
	})
	return res, nil
}

// ForgetChoicesReq names a choice; without words, all of them.
type ForgetChoicesReq struct {
	Words string `json:"words"`
	Code  string `json:"code"`
}

// ForgetChoices deletes choices. Favourites stay.
func (a *App) ForgetChoices(ctx context.Context, req ForgetChoicesReq) (LearnedRes, error) {
	err := office.Locked(a.mu, func() error {
		var ops []store.Op
		for key := range a.choices {
			if req.Words == "" || key == choiceKey(req.Words, req.Code) {
				ops = append(ops, store.Op{Table: store.Choices, Key: key, Rev: store.AnyRev})
			}
		}
		if _, err := a.ledger.Store.Write(ctx, ops); err != nil {
			return err
		}
		for _, o := range ops {
			delete(a.choices, o.Key)
		}
		a.lessons = nil
		return nil
	})
	if err != nil {
		return LearnedRes{}, explain.Error(err)
	}
	return a.Learned(ctx, LearnedReq{})
}
