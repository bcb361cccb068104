package app

import (
	"context"

	"rroform/wasm/classifier"
	"rroform/wasm/finder"
	"rroform/wasm/layout"
	"rroform/wasm/office"
)

// SearchCodesReq asks for codes while a clerk types.
type SearchCodesReq struct {
	Query string `json:"query"`
	Limit int    `json:"limit"` // at most 50, which 0 means too
}

// SearchCodesRes lists them, best first.
type SearchCodesRes struct {
	Hits []finder.Hit `json:"hits"`
	// Meant is what was looked for in place of the query, which was typed in the
	// other keyboard layout; "" = the query itself.
	Meant string `json:"meant"`
}

// SearchCodes finds assignable codes by code or words.
func (a *App) SearchCodes(_ context.Context, req SearchCodesReq) (SearchCodesRes, error) {
	ix := a.searcher()
	learned := office.Locked(a.mu, func() *finder.Learned { return a.learned(ix) })
	query := asMeant(ix, req.Query)
	hits := ix.Search(query, req.Limit, learned)
	for _, other := range layout.Others(req.Query) {
		if len(hits) == 0 {
			query, hits = other, ix.Search(other, req.Limit, learned)
		}
	}
	if query == req.Query || len(hits) == 0 {
		query = ""
	}
	return SearchCodesRes{hits, query}, nil
}

// asMeant returns a query as it was meant: in the Russian layout, where the
// classifier knows more of its words so.
func asMeant(ix *finder.Index, query string) string {
	if russian := layout.Russian(query); russian != query && len(ix.Known(russian)) > len(ix.Known(query)) {
		return russian
	}
	return query
}

// CodeTreeReq asks for one level of the tree; an empty Parent means the разделы.
type CodeTreeReq struct {
	Parent string `json:"parent"`
}

// CodeTreeRes holds the rows below the parent, in document order.
type CodeTreeRes struct {
	Rows []TreeRow `json:"rows"`
}

// TreeRow is a row of the classifier; Children says how many stand below it.
type TreeRow struct {
	classifier.Row
	Children int `json:"children"`
}

// CodeTree opens one level of the classifier.
func (a *App) CodeTree(_ context.Context, req CodeTreeReq) (CodeTreeRes, error) {
	codes := office.Locked(a.mu, func() *classifier.Table { return a.packs.Codes })
	res := CodeTreeRes{[]TreeRow{}}
	for _, row := range codes.Children(req.Parent) {
		res.Rows = append(res.Rows, TreeRow{row, len(codes.Children(row.Code))})
	}
	return res, nil
}
