package app

import (
	"context"
	"fmt"
	"strconv"

	"rroform/static"
	"rroform/wasm/calendar"
	"rroform/wasm/office"
	"rroform/wasm/packs"
)

// PacksReq is empty.
type PacksReq struct{}

// PacksRes lists the editions in force.
type PacksRes struct {
	Packs []packs.Pack `json:"packs"`
}

// Packs returns the editions in force; of calendars those of this year and the next, and the loaded
// ones.
func (a *App) Packs(context.Context, PacksReq) (PacksRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	codes := a.packs.Describe(packs.PackClassifier,
		packs.Pack{Edition: static.ClassifierEdition, Source: static.ClassifierSource})
	codes.Edition, codes.Count, codes.Old = a.packs.Codes.Edition(), a.packs.Codes.Len(),
		a.packs.OldEdition(a.packs.Codes.Edition())
	bodies := a.packs.Describe(packs.PackBodies, packs.Pack{})
	bodies.Count = len(a.packs.Directory.Rows)
	habits := a.packs.Describe(packs.PackHabits, packs.Pack{Source: "размеченные обращения нескольких органов"})
	res := PacksRes{[]packs.Pack{codes, bodies, habits}}
	for _, year := range a.packs.CalendarYears() {
		y, loaded := a.packs.Calendar[year]
		p := a.packs.Loaded[fmt.Sprintf("calendar-%d", year)]
		if !loaded {
			y = calendar.Builtin(year)
			p = packs.Row{Kind: packs.PackCalendar, Edition: strconv.Itoa(year),
				Source: "ТК РФ ст. 112: выходные и постоянные праздники, без переносов", Year: &y}
		}
		res.Packs = append(res.Packs, packs.Pack{Kind: packs.PackCalendar, Key: p.Key(), Label: p.Label(),
			Edition: p.Edition, Source: p.Source, Loaded: office.FormatTime(p.Loaded),
			Builtin: !loaded, Count: len(y.Off) + len(y.Work), Off: y.Off, Work: y.Work})
	}
	return res, nil
}
