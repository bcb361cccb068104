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

// RegisterRes is one page of a view of the register.
type RegisterRes struct {
	Rows   []RegisterRow  `json:"rows"`
	Total  int            `json:"total"` // number of rows on all pages
	All    int            `json:"all"`   // number of appeals of the active profile
	Years  []int          `json:"years"` // years of the reporting months that occur, newest first
	Counts RegisterCounts `json:"counts"`
	Body   string         `json:"body"`  // name of the active body
	Words  string         `json:"words"` // describes the filter, for the head of a printed list; "" = no filter
	// Meant is set if nothing was found, but the same keys in the other keyboard layout find something.
	Meant *MeantQuery `json:"meant,omitempty"`
}

// MeantQuery is a query that the clerk may have meant, with the number of its rows.
type MeantQuery struct {
	Query string `json:"query"`
	Total int    `json:"total"`
}

// RegisterRow is an appeal as a row of a list.
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
	Statuses         []appeal.Status      `json:"statuses"`   // each once
	Recipients       []string             `json:"recipients"` // names, or GUIDs of those without a name; each once
	Draft            bool                 `json:"draft"`
	Exported         ExportState          `json:"exported"`
	SentState        journal.ArchiveState `json:"sentState"` // of the last archive that held the appeal, "" = none
	Errors           int                  `json:"errors"`
	Warnings         int                  `json:"warnings"`
	Modified         time.Time            `json:"modified"`
}

// RowQuestion is a question in a row of a list.
type RowQuestion struct {
	Code   string        `json:"code"`
	Status appeal.Status `json:"status"`
}

// Page returns a page of the appeals of the active profile. It takes the lock.
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
	for _, rec := range rows {
		res.Rows = append(res.Rows, r.Row(rec, env))
	}
	return res, nil
}

// meant tries the query in the other keyboard layout.
func (r *Register) meant(req query.RegisterReq) *MeantQuery {
	for _, other := range layout.Others(req.Query) {
		req.Query = other
		if found := r.View(&req).Rows(); len(found) > 0 {
			return &MeantQuery{other, len(found)}
		}
	}
	return nil
}

// RegisterIDsRes has the ids of all rows of a view, in its order.
type RegisterIDsRes struct {
	IDs []string `json:"ids"`
}

// IDs returns the ids of all rows of a view, for the command «select all that match the filter». It ignores page and
// size. It takes the lock.
func (r *Register) IDs(ctx context.Context, req query.RegisterReq) (RegisterIDsRes, error) {
	if err := r.JudgeFor(ctx, &req); err != nil {
		return RegisterIDsRes{}, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	res := RegisterIDsRes{IDs: []string{}}
	for _, rec := range r.View(&req).Rows() {
		res.IDs = append(res.IDs, rec.Appeal.ID)
	}
	return res, nil
}

// Row returns the row of a record.
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

// recipientsOf returns names or GUIDs of the recipients, each once.
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

// eachRecipient calls f with the recipients of questions that were passed on. It ignores recipients that remain from
// an earlier status.
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
