package app

import (
	"context"
	"strings"

	"rroform/wasm/store"
)

// WipeWord is what a clerk types to have everything removed.
const WipeWord = "СТЕРЕТЬ"

// WipeReq asks to remove everything.
type WipeReq struct {
	Word string `json:"word"` // [WipeWord], in any letter case
}

// WipeRes has nothing to say.
type WipeRes struct{}

// Wipe removes everything that is kept here, locked or not. The core is of no
// use after it: the page starts anew.
func (a *App) Wipe(ctx context.Context, req WipeReq) (WipeRes, error) {
	if !strings.EqualFold(strings.TrimSpace(req.Word), WipeWord) {
		return WipeRes{}, problem("word", "Чтобы стереть всё, введите слово «"+WipeWord+"».", "Ничего не стёрто.")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.store.Close(); err != nil {
		return WipeRes{}, fault(err)
	}
	a.store, a.vault, a.opened = closedStore(), nil, false
	if a.options.Wipe == nil || a.memory {
		return WipeRes{}, nil
	}
	return WipeRes{}, fault(a.options.Wipe(context.WithoutCancel(ctx))) // half of it is worse than none
}

// PersonalReq asks how much personal data is kept.
type PersonalReq struct{}

// PersonalRes counts what holds the data of citizens.
type PersonalRes struct {
	Appeals  int `json:"appeals"`  // of all bodies
	Files    int `json:"files"`    // answer files
	Archives int `json:"archives"` // of the journal, with their bytes
	Opened   int `json:"opened"`   // archives that stand open
	Actions  int `json:"actions"`  // that can be undone
	Logs     int `json:"logs"`     // of merges and imports
}

// Personal counts the personal data kept here.
func (a *App) Personal(ctx context.Context, _ PersonalReq) (PersonalRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := PersonalRes{Appeals: a.registered(), Opened: len(a.shelf), Actions: len(a.actions)}
	for _, row := range a.journal {
		if row.Cleared == "" && row.Kind == KindAppeals {
			res.Archives++
		}
	}
	files, err := a.store.Keys(ctx, store.Files)
	if err != nil {
		return PersonalRes{}, fault(err)
	}
	logs, err := a.store.Keys(ctx, store.Logs)
	if err != nil {
		return PersonalRes{}, fault(err)
	}
	res.Files = len(files)
	for _, key := range logs {
		if strings.HasSuffix(key, "/entries") {
			res.Logs++
		}
	}
	return res, nil
}
