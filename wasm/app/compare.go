package app

import (
	"context"
	"slices"
	"strings"

	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
)

// CompareArchivesReq names two archives of the journal; A is the earlier one.
type CompareArchivesReq struct {
	A string `json:"a"`
	B string `json:"b"`
}

// CompareArchivesRes has the differences of B from A.
type CompareArchivesRes struct {
	A          journal.Archive    `json:"a"`
	B          journal.Archive    `json:"b"`
	Comparison archive.Comparison `json:"comparison"`
}

// CompareArchives compares the stored bytes of two archives entry by entry, whatever the register has
// now. The lists are sorted by number.
func (a *App) CompareArchives(ctx context.Context, req CompareArchivesReq) (CompareArchivesRes, error) {
	var rows [2]journal.Row
	var files [2][]archive.File
	for i, id := range []string{req.A, req.B} {
		row, err := a.archive(id)
		if err != nil {
			return CompareArchivesRes{}, err
		}
		if row.Kind == journal.KindZero {
			return CompareArchivesRes{},
				rpc.Problem("zero", "В нулевом отчёте обращений нет, сравнивать нечего.",
					"Выберите два архива с обращениями.")
		}
		rows[i] = row
		if files[i], err = a.journal.Files(ctx, &row); err != nil {
			return CompareArchivesRes{}, err
		}
	}
	result, err := archive.Compare(files[0], files[1])
	byNumber := func(x, y archive.Named) int {
		return strings.Compare(query.NumberKey(x.Number), query.NumberKey(y.Number))
	}
	slices.SortStableFunc(result.Added, byNumber)
	slices.SortStableFunc(result.Gone, byNumber)
	slices.SortStableFunc(result.Changed, func(x, y archive.Changed) int { return byNumber(x.Named, y.Named) })
	return CompareArchivesRes{rows[0].Archive, rows[1].Archive, result}, explain.Error(err)
}
