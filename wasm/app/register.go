package app

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/rules"
)

// RegisterReq is a view of the register: РРО's own filters first (001:97),
// then status, words, sort and page.
type RegisterReq struct {
	Year   int           `json:"year"`  // of the reporting month; 0 = all
	Month  int           `json:"month"` // 1…12; 0 = all
	Origin Origin        `json:"origin"`
	Status appeal.Status `json:"status"` // of any question; "" = all
	Query  string        `json:"query"`  // words of number, applicant, address, codes
	Sort   SortKey       `json:"sort"`
	Desc   bool          `json:"desc"`
	Page   int           `json:"page"` // from 0
	Size   int           `json:"size"` // rows a page
}

// Origin is РРО's filter «Тип обращений».
type Origin string

// Values of [Origin].
const (
	AnyOrigin Origin = ""
	Direct    Origin = "direct"
	Forwarded Origin = "forwarded"
)

// SortKey is a column of the register.
type SortKey string

// The columns that can be sorted by.
const (
	ByModified     SortKey = "modified"
	ByNumber       SortKey = "number"
	ByName         SortKey = "name"
	ByIncoming     SortKey = "incomingDate"
	ByRegistration SortKey = "registrationDate"
	ByMonth        SortKey = "month"
	ByFindings     SortKey = "findings"
)

// RegisterRes is one page of the view.
type RegisterRes struct {
	Rows  []RegisterRow `json:"rows"`
	Total int           `json:"total"` // rows of the view
	All   int           `json:"all"`   // appeals of the active profile
	Years []int         `json:"years"` // that occur, newest first
}

// RegisterRow is an appeal as a line of a list.
type RegisterRow struct {
	ID               string          `json:"id"`
	IsDirect         bool            `json:"isDirect"`
	Number           string          `json:"number"`
	Name             string          `json:"name"`
	CreateDate       appeal.Date     `json:"createDate"`
	IncomingDate     appeal.Date     `json:"incomingDate"`
	RegistrationDate appeal.Date     `json:"registrationDate"`
	Month            appeal.Month    `json:"month"`
	Codes            []string        `json:"codes"`
	Statuses         []appeal.Status `json:"statuses"` // without repeats
	Errors           int             `json:"errors"`
	Warnings         int             `json:"warnings"`
	Modified         time.Time       `json:"modified"`
}

// Register returns a page of the active profile's appeals.
func (a *App) Register(_ context.Context, req RegisterReq) (RegisterRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := RegisterRes{Rows: []RegisterRow{}, Years: []int{}}
	words := strings.Fields(classifier.Fold(req.Query))
	env := a.env(a.active)
	var view []*record
	for _, rec := range a.records {
		if rec.appeal.ProfileID != a.active {
			continue
		}
		res.All++
		m := appeal.ReportingMonth(&rec.appeal)
		if !m.IsZero() && !slices.Contains(res.Years, m.Year) {
			res.Years = append(res.Years, m.Year)
		}
		if req.takes(&rec.appeal, m) && containsAll(searchText(&rec.appeal, words), words) {
			view = append(view, rec)
		}
	}
	slices.SortFunc(res.Years, func(x, y int) int { return cmp.Compare(y, x) })
	a.sortRecords(view, req.Sort, req.Desc, env)
	res.Total = len(view)
	size := min(max(req.Size, 0), len(view))
	from := min(max(req.Page, 0), len(view)) * size // a page past the end is empty
	for _, rec := range view[min(from, len(view)):min(from+size, len(view))] {
		res.Rows = append(res.Rows, a.row(rec, env))
	}
	return res, nil
}

func (r *RegisterReq) takes(ap *appeal.Appeal, m appeal.Month) bool {
	return (r.Year == 0 || m.Year == r.Year) && (r.Month == 0 || m.Month == r.Month) &&
		(r.Origin == AnyOrigin || ap.IsDirect == (r.Origin == Direct)) &&
		(r.Status == "" || slices.ContainsFunc(ap.Questions, func(q appeal.Question) bool { return q.Status == r.Status }))
}

// searchText is what words are looked for in; nothing when there are none.
func searchText(ap *appeal.Appeal, words []string) string {
	if len(words) == 0 {
		return ""
	}
	parts := []string{ap.Number, ap.Name, ap.Address, ap.Email}
	for _, q := range ap.Questions {
		row, _ := appeal.StatusOf(q.Status)
		parts = append(parts, q.Code, row.Label)
		for _, t := range q.Transfers {
			parts = append(parts, t.DepartmentName, t.TransferNumber)
		}
	}
	return classifier.Fold(strings.Join(parts, " "))
}

func (a *App) row(rec *record, env *rules.Env) RegisterRow {
	ap := &rec.appeal
	row := RegisterRow{ID: ap.ID, IsDirect: ap.IsDirect, Number: ap.Number, Name: ap.Name, CreateDate: ap.CreateDate,
		IncomingDate: ap.IncomingDate, RegistrationDate: ap.RegistrationDate, Month: appeal.ReportingMonth(ap),
		Codes: []string{}, Statuses: []appeal.Status{}, Modified: ap.Modified}
	for _, q := range ap.Questions {
		if q.Code != "" {
			row.Codes = append(row.Codes, q.Code)
		}
		if q.Status != "" && !slices.Contains(row.Statuses, q.Status) {
			row.Statuses = append(row.Statuses, q.Status)
		}
	}
	row.Errors, row.Warnings = count(a.check(rec, env))
	return row
}

func count(findings []rules.Finding) (errors, warnings int) {
	for _, f := range findings {
		switch f.Level {
		case appeal.Error:
			errors++
		case appeal.Warning:
			warnings++
		}
	}
	return errors, warnings
}

// sortRecords orders by the key, and where that is equal, by the time of the
// last change and the id, so that paging never shows a row twice.
func (a *App) sortRecords(view []*record, key SortKey, desc bool, env *rules.Env) {
	compare := func(x, y *record) int { return 0 }
	switch key {
	case ByNumber:
		compare = func(x, y *record) int { return compareNumbers(x.appeal.Number, y.appeal.Number) }
	case ByName:
		compare = func(x, y *record) int {
			return cmp.Compare(classifier.Fold(x.appeal.Name), classifier.Fold(y.appeal.Name))
		}
	case ByIncoming:
		compare = func(x, y *record) int { return cmp.Compare(x.appeal.IncomingDate, y.appeal.IncomingDate) }
	case ByRegistration:
		compare = func(x, y *record) int { return cmp.Compare(x.appeal.RegistrationDate, y.appeal.RegistrationDate) }
	case ByMonth:
		compare = func(x, y *record) int {
			return cmp.Compare(appeal.ReportingMonth(&x.appeal).String(), appeal.ReportingMonth(&y.appeal).String())
		}
	case ByFindings:
		compare = func(x, y *record) int {
			ex, wx := count(a.check(x, env))
			ey, wy := count(a.check(y, env))
			return cmp.Or(cmp.Compare(ex, ey), cmp.Compare(wx, wy))
		}
	}
	sign := 1
	if desc {
		sign = -1
	}
	slices.SortFunc(view, func(x, y *record) int {
		return cmp.Or(sign*compare(x, y), sign*x.appeal.Modified.Compare(y.appeal.Modified), cmp.Compare(x.appeal.ID, y.appeal.ID))
	})
}

// compareNumbers sorts "9-ОГ" before "10-ОГ": runs of digits count as numbers.
func compareNumbers(a, b string) int {
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da != "" && db != "" {
			x, y := strings.TrimLeft(da, "0"), strings.TrimLeft(db, "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[len(da):], b[len(db):]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a, b)
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func digits(s string) string { return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))] }
