package app

import (
	"context"
	"slices"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/layout"
	"rroform/wasm/rules"
)

// RegisterReq is a view of the register: РРО's own filters first (001:97),
// then those of features.md G31, sort and page. Filters narrow each other.
type RegisterReq struct {
	Year   int           `json:"year"`  // of the reporting month; 0 = all, -1 = no month known
	Month  int           `json:"month"` // 1…12; 0 = all, -1 = no month known
	Origin Origin        `json:"origin"`
	Status appeal.Status `json:"status"` // of any question; "" = all
	Query  string        `json:"query"`  // words of number, applicant, address, codes

	Code         string `json:"code"`         // of any question, of any level: "0003", "0003.0009.0097"; "" = all
	Recipient    string `json:"recipient"`    // words of the name or the GUID of one recipient
	OnlyErrors   bool   `json:"onlyErrors"`   // such as stay out of the archive for their errors
	OnlyDrafts   bool   `json:"onlyDrafts"`   // held back by hand (B-28)
	NotExported  bool   `json:"notExported"`  // in no archive yet
	ChangedSince bool   `json:"changedSince"` // other than in the last archive that held them

	Sort SortKey `json:"sort"`
	Desc bool    `json:"desc"`
	Page int     `json:"page"` // from 0
	Size int     `json:"size"` // rows a page
}

// Origin is РРО's filter «Тип обращений».
type Origin string

// Values of [Origin].
const (
	AnyOrigin Origin = ""
	Direct    Origin = "direct"
	Forwarded Origin = "forwarded"
)

// RegisterRes is one page of the view.
type RegisterRes struct {
	Rows   []RegisterRow  `json:"rows"`
	Total  int            `json:"total"` // rows of the view
	All    int            `json:"all"`   // appeals of the active profile
	Years  []int          `json:"years"` // that occur, newest first
	Counts RegisterCounts `json:"counts"`
	Body   string         `json:"body"`  // name of the active body
	Words  string         `json:"words"` // the filter, for the head of a printed list; "" without one
	// Meant is offered where nothing was found: the query as the other keyboard
	// layout says it, if that finds something.
	Meant *MeantQuery `json:"meant,omitempty"`
}

// MeantQuery is a query that may have been meant, and how much it finds.
type MeantQuery struct {
	Query string `json:"query"`
	Total int    `json:"total"`
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
	Questions        []RowQuestion   `json:"questions"`  // each with its status
	Statuses         []appeal.Status `json:"statuses"`   // without repeats
	Recipients       []string        `json:"recipients"` // names, or GUIDs where there is none; without repeats
	Draft            bool            `json:"draft"`
	Exported         ExportState     `json:"exported"`
	SentState        ArchiveState    `json:"sentState"` // of the last archive that held it, "" = none
	Errors           int             `json:"errors"`
	Warnings         int             `json:"warnings"`
	Modified         time.Time       `json:"modified"`
}

// RowQuestion is a question in a line of a list.
type RowQuestion struct {
	Code   string        `json:"code"`
	Status appeal.Status `json:"status"`
}

// Register returns a page of the active profile's appeals.
func (a *App) Register(ctx context.Context, req RegisterReq) (RegisterRes, error) {
	if err := a.judgeFor(ctx, &req); err != nil {
		return RegisterRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	list, env := a.settled(a.active), a.env(a.active)
	rows, total, counts := a.page(list, &req, list.unjudged(a, env))
	res := RegisterRes{Rows: []RegisterRow{}, Total: total, All: len(list.all), Years: list.years(a), Counts: counts, Words: filterWords(&req)}
	res.Body = env.Profile.Name
	if total == 0 {
		res.Meant = a.meant(req)
	}
	for _, f := range rows {
		res.Rows = append(res.Rows, a.row(f, env))
	}
	return res, nil
}

// meant looks for what the query says in the other keyboard layout.
func (a *App) meant(req RegisterReq) *MeantQuery {
	for _, other := range layout.Others(req.Query) {
		req.Query = other
		if found := a.view(&req).rows(); len(found) > 0 {
			return &MeantQuery{other, len(found)}
		}
	}
	return nil
}

// RegisterIDsRes names all rows of a view, in its order.
type RegisterIDsRes struct {
	IDs []string `json:"ids"`
}

// RegisterIDs returns the ids of all rows of a view: «выбрать все по
// фильтру». Page and size do not count.
func (a *App) RegisterIDs(ctx context.Context, req RegisterReq) (RegisterIDsRes, error) {
	if err := a.judgeFor(ctx, &req); err != nil {
		return RegisterIDsRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	res := RegisterIDsRes{IDs: []string{}}
	for _, f := range a.view(&req).rows() {
		res.IDs = append(res.IDs, f.appeal.ID)
	}
	return res, nil
}

func (a *App) row(rec *facts, env *rules.Env) RegisterRow {
	ap := &rec.appeal
	row := RegisterRow{ID: ap.ID, IsDirect: ap.IsDirect, Number: ap.Number, Name: ap.Name, CreateDate: ap.CreateDate,
		IncomingDate: ap.IncomingDate, RegistrationDate: ap.RegistrationDate, Month: appeal.ReportingMonth(ap),
		Codes: []string{}, Questions: []RowQuestion{}, Statuses: []appeal.Status{}, Recipients: recipientsOf(ap), Draft: ap.Draft,
		Exported: a.exportState(rec), Modified: ap.Modified}
	for _, q := range ap.Questions {
		row.Questions = append(row.Questions, RowQuestion{q.Code, q.Status})
		if q.Code != "" {
			row.Codes = append(row.Codes, q.Code)
		}
		if q.Status != "" && !slices.Contains(row.Statuses, q.Status) {
			row.Statuses = append(row.Statuses, q.Status)
		}
	}
	if last, sent := a.index.exported[ap.ID]; sent {
		row.SentState = last.to.State
	}
	row.Errors, row.Warnings = rules.Count(a.check(rec, env))
	return row
}

// recipientsOf returns whom the questions went to, as people read it.
func recipientsOf(ap *appeal.Appeal) []string {
	list := []string{}
	eachRecipient(ap, func(t *appeal.Transfer) {
		name := t.DepartmentName
		if name == "" {
			name = t.DepartmentID
		}
		if name != "" && !slices.Contains(list, name) {
			list = append(list, name)
		}
	})
	return list
}

// eachRecipient calls f with the recipients of questions that were sent on;
// what an earlier status left behind is none.
func eachRecipient(ap *appeal.Appeal, f func(*appeal.Transfer)) {
	for i := range ap.Questions {
		q := &ap.Questions[i]
		if q.Status != appeal.Transferred {
			continue
		}
		for j := range q.Transfers {
			f(&q.Transfers[j])
		}
	}
}
