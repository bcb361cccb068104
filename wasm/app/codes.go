package app

import (
	"context"

	"rroform/wasm/classifier"
	"rroform/wasm/finder"
	"rroform/wasm/layout"
	"rroform/wasm/office"
)

// SearchCodesReq has what the clerk has typed in a code field.
type SearchCodesReq struct {
	Query string `json:"query"`
	Limit int    `json:"limit"` // at most 30; 0 = 30
}

// SearchCodesRes lists codes, best first.
type SearchCodesRes struct {
	Hits []finder.Hit `json:"hits"`
	// Meant is the query in the other keyboard layout, if that was searched for; "" = the query
	// itself.
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

// asMeant returns the query in the Russian layout if the classifier has more of its words then.
func asMeant(ix *finder.Index, query string) string {
	if russian := layout.Russian(query); russian != query && len(ix.Known(russian)) > len(ix.Known(query)) {
		return russian
	}
	return query
}

// CodeTreeReq asks for the children of a row; an empty Parent means the top level («разделы»).
type CodeTreeReq struct {
	Parent string `json:"parent"`
}

// CodeTreeRes has the children, in the order of the document.
type CodeTreeRes struct {
	Rows []TreeRow `json:"rows"`
}

// TreeRow is a row of the classifier; Children is the number of its children.
type TreeRow struct {
	classifier.Row
	Children int `json:"children"`
}

// CodeTree returns one level of the classifier.
func (a *App) CodeTree(_ context.Context, req CodeTreeReq) (CodeTreeRes, error) {
	codes := office.Locked(a.mu, func() *classifier.Table { return a.packs.Codes })
	res := CodeTreeRes{[]TreeRow{}}
	for _, row := range codes.Children(req.Parent) {
		res.Rows = append(res.Rows, TreeRow{row, len(codes.Children(row.Code))})
	}
	return res, nil
}
