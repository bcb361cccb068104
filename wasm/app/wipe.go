package app

import (
	"context"
	"strings"

	"rroform/wasm/explain"
	"rroform/wasm/rpc"
)

// WipeWord is the word that a clerk types to confirm the deletion of all data.
const WipeWord = "СТЕРЕТЬ"

// WipeReq has the confirmation.
type WipeReq struct {
	Word string `json:"word"` // [WipeWord], in any letter case
}

// WipeRes is empty.
type WipeRes struct{}

// Wipe deletes all data, locked or not. The core cannot be used afterwards: the page loads again.
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
	return WipeRes{}, explain.Error(a.options.Wipe(context.WithoutCancel(ctx))) // a half-done deletion would be worse
}
