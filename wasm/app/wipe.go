package app

import (
	"context"
	"strings"

	"rroform/wasm/explain"
	"rroform/wasm/rpc"
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
		return WipeRes{}, rpc.Problem("word", "Чтобы стереть всё, введите слово «"+WipeWord+"».", "Ничего не стёрто.")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.ledger.Store.Close(); err != nil {
		return WipeRes{}, explain.Error(err)
	}
	a.ledger.Store, a.vault, a.opened = closedStore(), nil, false
	if a.options.Wipe == nil || a.memory {
		return WipeRes{}, nil
	}
	return WipeRes{}, explain.Error(a.options.Wipe(context.WithoutCancel(ctx))) // half of it is worse than none
}
