package app

import (
	"cmp"
	"context"
	"slices"

	"rroform/wasm/classifier"
	"rroform/wasm/explain"
	"rroform/wasm/office"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// FrequentReq is empty.
type FrequentReq struct{}

// FrequentRes lists codes to offer before anything is typed: favourites in the order in which they
// were marked, then the most frequent codes of the register.
type FrequentRes struct {
	Favourites []FrequentCode `json:"favourites"`
	Frequent   []FrequentCode `json:"frequent"` // at most [maxFrequent], none of them a favourite
}

// FrequentCode is a code that this office uses.
type FrequentCode struct {
	Code  string `json:"code"`
	Title string `json:"title"`
	Path  string `json:"path"`
	Count int    `json:"count"` // number of appeals of the active profile
}

const maxFrequent = 10

// Frequent returns the favourite and the frequent codes.
func (a *App) Frequent(context.Context, FrequentReq) (FrequentRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return FrequentRes{a.favouriteCodes(), a.frequentCodes()}, nil
}

func (a *App) favouriteCodes() []FrequentCode {
	counts := a.register.CodeCounts()
	list := []FrequentCode{}
	for _, code := range a.favourites {
		list = append(list, a.frequentCode(code, counts[code]))
	}
	return list
}

func (a *App) frequentCodes() []FrequentCode {
	list := []FrequentCode{}
	for code, n := range a.register.CodeCounts() {
		if row, known := a.packs.Codes.Row(code); known && row.Assignable() && !slices.Contains(a.favourites, code) {
			list = append(list, FrequentCode{Code: code, Count: n})
		}
	}
	slices.SortFunc(list, func(x, y FrequentCode) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Code, y.Code))
	})
	list = list[:min(len(list), maxFrequent)]
	for i, f := range list {
		list[i] = a.frequentCode(f.Code, f.Count)
	}
	return list
}

func (a *App) frequentCode(code string, count int) FrequentCode {
	row, _ := a.packs.Codes.Row(code)
	path := ""
	for i, parent := range a.packs.Codes.Path(code) {
		if i > 0 {
			path += classifier.PathSeparator
		}
		path += parent.Title
	}
	return FrequentCode{code, row.Title, path, count}
}

// FavouriteReq marks a code as favourite, or removes the mark.
type FavouriteReq struct {
	Code string `json:"code"`
	On   bool   `json:"on"`
}

// Favourite changes the list of favourites; the newest is the last. It refuses a code that cannot be
// assigned.
func (a *App) Favourite(ctx context.Context, req FavouriteReq) (FrequentRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	row, known := a.packs.Codes.Row(req.Code)
	if req.On && (!known || !row.Assignable()) {
		return FrequentRes{}, rpc.Problem("code", "Этот код нельзя назначить вопросу.",
			"Выберите вопрос или подвопрос: код из четырёх или пяти групп.")
	}
	next := slices.DeleteFunc(slices.Clone(a.favourites), func(code string) bool { return code == req.Code })
	if req.On {
		next = append(next, row.Code)
	}
	if _, err := a.ledger.Put(ctx, store.Settings, office.SettingFavourites, store.AnyRev, next); err != nil {
		return FrequentRes{}, explain.Error(err)
	}
	a.favourites = next
	return FrequentRes{a.favouriteCodes(), a.frequentCodes()}, nil
}
