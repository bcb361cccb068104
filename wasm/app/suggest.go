package app

import (
	"context"
	"strings"

	"rroform/wasm/finder"
	"rroform/wasm/office"
)

// SuggestReq has the text of an appeal. The text is not stored.
type SuggestReq struct {
	Text string `json:"text"`
}

// maxSuggestText is the maximum of bytes that are read of a text.
const maxSuggestText = 64 << 10

// SuggestCodes returns the most likely codes for the text of an appeal.
func (a *App) SuggestCodes(_ context.Context, req SuggestReq) (finder.Suggestion, error) {
	ix := a.searcher()
	learned := office.Locked(a.mu, func() *finder.Learned { return a.learned(ix) })
	text := strings.ToValidUTF8(req.Text[:min(len(req.Text), maxSuggestText)], "")
	return ix.Suggest(text, learned), nil
}

// searcher returns the search index of the edition in force.
func (a *App) searcher() *finder.Index {
	return office.Locked(a.mu, func() func() *finder.Index { return a.packs.Search })()
}
