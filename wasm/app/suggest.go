package app

import (
	"context"
	"strings"

	"rroform/wasm/finder"
	"rroform/wasm/office"
)

// SuggestReq asks what a text is about. The text goes nowhere.
type SuggestReq struct {
	Text string `json:"text"`
}

// maxSuggestText bounds the work, in bytes; what stands behind is not read.
const maxSuggestText = 64 << 10

// SuggestCodes reads the text of an appeal and returns the likeliest codes.
func (a *App) SuggestCodes(_ context.Context, req SuggestReq) (finder.Suggestion, error) {
	ix := a.searcher()
	learned := office.Locked(a.mu, func() *finder.Learned { return a.learned(ix) })
	text := strings.ToValidUTF8(req.Text[:min(len(req.Text), maxSuggestText)], "")
	return ix.Suggest(text, learned), nil
}

// searcher is the index of the edition in force.
func (a *App) searcher() *finder.Index {
	return office.Locked(a.mu, func() func() *finder.Index { return a.packs.Search })()
}
