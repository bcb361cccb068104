package app_test

import (
	"cmp"
	"slices"
	"strings"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// entry is an appeal as the naive register sees it.
type entry struct {
	appeal.Appeal
	row app.RegisterRow // for verdicts, which other tests hold
}

// naiveTakes judges an appeal by one filter at a time, each named as the page
// names it; the fast register has to agree.
var naiveTakes = map[string]func(*app.RegisterReq, *entry) bool{
	"year": func(r *app.RegisterReq, e *entry) bool {
		m := appeal.ReportingMonth(&e.Appeal)
		return r.Year == 0 || r.Year == m.Year || r.Year == -1 && m.IsZero()
	},
	"month": func(r *app.RegisterReq, e *entry) bool {
		m := appeal.ReportingMonth(&e.Appeal)
		return r.Month == 0 || r.Month == m.Month || r.Month == -1 && m.IsZero()
	},
	"origin": func(r *app.RegisterReq, e *entry) bool {
		return r.Origin == "" || e.IsDirect == (r.Origin == app.Direct)
	},
	"status": func(r *app.RegisterReq, e *entry) bool {
		return r.Status == "" || slices.ContainsFunc(e.Questions, func(q appeal.Question) bool { return q.Status == r.Status })
	},
	"code": func(r *app.RegisterReq, e *entry) bool {
		return r.Code == "" || slices.ContainsFunc(e.Questions, func(q appeal.Question) bool { return (q.Code + ".")[:min(len(q.Code)+1, len(r.Code)+1)] == r.Code+"." })
	},
	"errors":  func(r *app.RegisterReq, e *entry) bool { return !r.OnlyErrors || e.row.Errors > 0 },
	"drafts":  func(r *app.RegisterReq, e *entry) bool { return !r.OnlyDrafts || e.Draft },
	"new":     func(r *app.RegisterReq, e *entry) bool { return !r.NotExported || e.row.Exported == app.Never },
	"changed": func(r *app.RegisterReq, e *entry) bool { return !r.ChangedSince || e.row.Exported == app.Changed },
	"recipient": func(r *app.RegisterReq, e *entry) bool {
		return r.Recipient == "" || slices.ContainsFunc(e.Questions, func(q appeal.Question) bool {
			return q.Status == appeal.Transferred && slices.ContainsFunc(q.Transfers, func(t appeal.Transfer) bool {
				return naiveHas([]string{t.DepartmentName, t.DepartmentID}, r.Recipient)
			})
		})
	},
	"query": func(r *app.RegisterReq, e *entry) bool {
		if r.Query == "" {
			return true
		}
		texts := []string{e.Name, e.Number, e.Address, e.Email}
		for _, q := range e.Questions {
			row, _ := appeal.StatusOf(q.Status)
			texts = append(texts, q.Code, row.Label)
			for _, t := range q.Transfers {
				texts = append(texts, t.DepartmentName, t.TransferNumber)
			}
		}
		return naiveHas(texts, r.Query)
	},
}

func naiveHas(texts []string, query string) bool {
	folded := classifier.Fold(strings.Join(texts, " | "))
	for _, w := range strings.Fields(classifier.Fold(query)) {
		if !strings.Contains(folded, w) {
			return false
		}
	}
	return true
}

// takes applies all filters but one.
func (e *entry) takes(r *app.RegisterReq, but string) bool {
	for name, f := range naiveTakes {
		if name != but && !f(r, e) {
			return false
		}
	}
	return true
}

// naiveCompare orders by what stands in a column, as it is.
var naiveCompare = map[app.SortKey]func(x, y *entry) int{
	app.ByModified: func(x, y *entry) int { return 0 },
	app.ByNumber:   func(x, y *entry) int { return compareNumbers(x.Number, y.Number) },
	app.ByName: func(x, y *entry) int {
		return cmp.Compare(classifier.Fold(x.Name), classifier.Fold(y.Name))
	},
	app.ByCreate:       func(x, y *entry) int { return cmp.Compare(x.CreateDate, y.CreateDate) },
	app.ByIncoming:     func(x, y *entry) int { return cmp.Compare(x.IncomingDate, y.IncomingDate) },
	app.ByRegistration: func(x, y *entry) int { return cmp.Compare(x.RegistrationDate, y.RegistrationDate) },
	app.ByMonth: func(x, y *entry) int {
		return cmp.Compare(appeal.ReportingMonth(&x.Appeal).String(), appeal.ReportingMonth(&y.Appeal).String())
	},
	app.ByCodes: func(x, y *entry) int { return slices.Compare(codesOf(x), codesOf(y)) },
	app.ByStatuses: func(x, y *entry) int {
		return slices.Compare(placesOf(x), placesOf(y))
	},
	app.ByRecipients: func(x, y *entry) int { return slices.Compare(foldAll(x.row.Recipients), foldAll(y.row.Recipients)) },
	app.ByDraft: func(x, y *entry) int {
		return cmp.Compare(map[bool]int{true: 1}[x.Draft], map[bool]int{true: 1}[y.Draft])
	},
	app.ByExported: func(x, y *entry) int { return cmp.Compare(x.row.Exported, y.row.Exported) },
	app.ByFindings: func(x, y *entry) int {
		return cmp.Or(cmp.Compare(x.row.Errors, y.row.Errors), cmp.Compare(x.row.Warnings, y.row.Warnings))
	},
}

func codesOf(e *entry) (out []string) {
	for _, q := range e.Questions {
		out = append(out, q.Code)
	}
	return out
}

func placesOf(e *entry) (out []int) {
	for _, q := range e.Questions {
		out = append(out, slices.IndexFunc(appeal.Statuses, func(row appeal.StatusInfo) bool { return row.Status == q.Status }))
	}
	return out
}

func foldAll(list []string) (out []string) {
	for _, s := range list {
		out = append(out, classifier.Fold(s))
	}
	return out
}

// naiveIDs is the register in a dozen lines.
func naiveIDs(all []*entry, r *app.RegisterReq) []string {
	var rows []*entry
	for _, e := range all {
		if e.takes(r, "") {
			rows = append(rows, e)
		}
	}
	slices.SortFunc(rows, func(x, y *entry) int {
		c := cmp.Or(naiveCompare[r.Sort](x, y), x.Modified.Compare(y.Modified), cmp.Compare(x.ID, y.ID))
		if r.Desc {
			return -c
		}
		return c
	})
	ids := []string{}
	for _, e := range rows {
		ids = append(ids, e.ID)
	}
	return ids
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
