package register

import (
	"context"
	"slices"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/layout"
	"rroform/wasm/query"
	"rroform/wasm/rules"
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
	ID               string               `json:"id"`
	IsDirect         bool                 `json:"isDirect"`
	Number           string               `json:"number"`
	Name             string               `json:"name"`
	CreateDate       appeal.Date          `json:"createDate"`
	IncomingDate     appeal.Date          `json:"incomingDate"`
	RegistrationDate appeal.Date          `json:"registrationDate"`
	Month            appeal.Month         `json:"month"`
	Codes            []string             `json:"codes"`
	Questions        []RowQuestion        `json:"questions"`  // each with its status
	Statuses         []appeal.Status      `json:"statuses"`   // without repeats
	Recipients       []string             `json:"recipients"` // names, or GUIDs where there is none; without repeats
	Draft            bool                 `json:"draft"`
	Exported         ExportState          `json:"exported"`
	SentState        journal.ArchiveState `json:"sentState"` // of the last archive that held it, "" = none
	Errors           int                  `json:"errors"`
	Warnings         int                  `json:"warnings"`
	Modified         time.Time            `json:"modified"`
}

// RowQuestion is a question in a line of a list.
type RowQuestion struct {
	Code   string        `json:"code"`
	Status appeal.Status `json:"status"`
}

// Page returns a page of the active profile's appeals.
func (r *Register) Page(ctx context.Context, req query.RegisterReq) (RegisterRes, error) {
	if err := r.JudgeFor(ctx, &req); err != nil {
		return RegisterRes{}, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	list, env := r.settled(r.office.Active), r.Env(r.office.Active)
	rows, total, counts := r.page(list, &req, list.unjudged(r, env))
	res := RegisterRes{Rows: []RegisterRow{}, Total: total, All: len(list.all), Years: list.years(r), Counts: counts,
		Words: query.DescribeFilter(&req)}
	res.Body = env.Profile.Name
	if total == 0 {
		res.Meant = r.meant(req)
	}
	for _, f := range rows {
		res.Rows = append(res.Rows, r.Row(f, env))
	}
	return res, nil
}

// meant looks for what the query says in the other keyboard layout.
func (r *Register) meant(req query.RegisterReq) *MeantQuery {
	for _, other := range layout.Others(req.Query) {
		req.Query = other
		if found := r.View(&req).Rows(); len(found) > 0 {
			return &MeantQuery{other, len(found)}
		}
	}
	return nil
}

// RegisterIDsRes names all rows of a view, in its order.
type RegisterIDsRes struct {
	IDs []string `json:"ids"`
}

// IDs returns the ids of all rows of a view: «выбрать все по
// фильтру». Page and size do not count.
func (r *Register) IDs(ctx context.Context, req query.RegisterReq) (RegisterIDsRes, error) {
	if err := r.JudgeFor(ctx, &req); err != nil {
		return RegisterIDsRes{}, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	res := RegisterIDsRes{IDs: []string{}}
	for _, f := range r.View(&req).Rows() {
		res.IDs = append(res.IDs, f.Appeal.ID)
	}
	return res, nil
}

// Row makes a line of a list out of a record.
func (r *Register) Row(rec *Record, env *rules.Env) RegisterRow {
	ap := &rec.Appeal
	row := RegisterRow{ID: ap.ID, IsDirect: ap.IsDirect, Number: ap.Number, Name: ap.Name, CreateDate: ap.CreateDate,
		IncomingDate: ap.IncomingDate, RegistrationDate: ap.RegistrationDate, Month: appeal.ReportingMonth(ap),
		Codes: []string{}, Questions: []RowQuestion{}, Statuses: []appeal.Status{}, Recipients: recipientsOf(ap),
		Draft:    ap.Draft,
		Exported: r.ExportState(rec), Modified: ap.Modified}
	for _, q := range ap.Questions {
		row.Questions = append(row.Questions, RowQuestion{q.Code, q.Status})
		if q.Code != "" {
			row.Codes = append(row.Codes, q.Code)
		}
		if q.Status != "" && !slices.Contains(row.Statuses, q.Status) {
			row.Statuses = append(row.Statuses, q.Status)
		}
	}
	if last, sent := r.index.sent[ap.ID]; sent {
		row.SentState = last.to.State
	}
	row.Errors, row.Warnings = rules.Count(r.Check(rec, env))
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
