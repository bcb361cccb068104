package app_test

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/query"
	"rroform/wasm/register"
)

// entry is an appeal as the naive register sees it.
type entry struct {
	appeal.Appeal
	row register.RegisterRow // for verdicts, which other tests hold

	texts []string // see textsOf
}

// naiveTakes judges an appeal by one filter at a time, each named as the page
// names it; the fast register has to agree.
var naiveTakes = map[string]func(*query.RegisterReq, *entry) bool{
	"year": func(r *query.RegisterReq, e *entry) bool {
		m := appeal.ReportingMonth(&e.Appeal)
		return r.Year == 0 || r.Year == m.Year || r.Year == -1 && m.IsZero()
	},
	"month": func(r *query.RegisterReq, e *entry) bool {
		m := appeal.ReportingMonth(&e.Appeal)
		return r.Month == 0 || r.Month == m.Month || r.Month == -1 && m.IsZero()
	},
	"origin": func(r *query.RegisterReq, e *entry) bool {
		return r.Origin == "" || e.IsDirect == (r.Origin == query.Direct)
	},
	"status": func(r *query.RegisterReq, e *entry) bool {
		return r.Status == "" ||
			slices.ContainsFunc(e.Questions, func(q appeal.Question) bool { return q.Status == r.Status })
	},
	"code": func(r *query.RegisterReq, e *entry) bool {
		return r.Code == "" || slices.ContainsFunc(e.Questions, func(q appeal.Question) bool {
			return (q.Code + ".")[:min(len(q.Code)+1, len(r.Code)+1)] == r.Code+"."
		})
	},
	"errors": func(r *query.RegisterReq, e *entry) bool { return !r.OnlyErrors || e.row.Errors > 0 },
	"drafts": func(r *query.RegisterReq, e *entry) bool { return !r.OnlyDrafts || e.Draft },
	"new":    func(r *query.RegisterReq, e *entry) bool { return !r.NotExported || e.row.Exported == register.Never },
	"changed": func(r *query.RegisterReq, e *entry) bool {
		return !r.ChangedSince || e.row.Exported == register.Changed
	},
	"recipient": func(r *query.RegisterReq, e *entry) bool {
		return r.Recipient == "" || slices.ContainsFunc(e.Questions, func(q appeal.Question) bool {
			return q.Status == appeal.Transferred && slices.ContainsFunc(q.Transfers, func(t appeal.Transfer) bool {
				return naiveHas(foldAll([]string{t.DepartmentName, t.DepartmentID}), r.Recipient)
			})
		})
	},
	"query": func(r *query.RegisterReq, e *entry) bool {
		if r.Query == "" {
			return true
		}
		return naiveHas(textsOf(e), r.Query)
	},
}

// textsOf is what is searched: the number is the second.
func textsOf(e *entry) []string {
	if e.texts != nil {
		return e.texts
	}
	texts := []string{e.Name, e.Number, e.Address, e.Email}
	for _, q := range e.Questions {
		row, _ := appeal.StatusOf(q.Status)
		texts = append(texts, q.Code, row.Label)
		for _, t := range q.Transfers {
			texts = append(texts, t.DepartmentName, t.TransferNumber)
		}
	}
	e.texts = foldAll(texts)
	return e.texts
}

var (
	dotInNumber = regexp.MustCompile(`(\d)\.(\d)`)
	typedWord   = regexp.MustCompile(`[\p{L}\p{Nd}\p{Mn}\p{Cf}\p{Pd}/\\_−]+`)
	looksNumber = regexp.MustCompile(`\d|[/\\]|[\p{Pd}/\\_−]$`)
	goesOn      = regexp.MustCompile(`[\p{Pd}/\\_−]$`)
	onePart     = regexp.MustCompile(`^\S( |$)| \S( |$)`)
)

var compiledTexts sync.Map // of *regexp.Regexp by text: seeds run at once

func compiled(text string) *regexp.Regexp {
	if known, ok := compiledTexts.Load(text); ok {
		return known.(*regexp.Regexp)
	}
	known := regexp.MustCompile(text)
	compiledTexts.Store(text, known)
	return known
}

// naiveWords are regular expressions for folded fields, and the numbers of a query.
func naiveWords(query string) (all, numbers []string) {
	query = dotInNumber.ReplaceAllString(dotInNumber.ReplaceAllString(query, "$1-$2"), "$1-$2")
	for _, word := range typedWord.FindAllString(query, -1) {
		text := classifier.Fold(word)
		switch {
		case text == "":
		case looksNumber.MatchString(word) || strings.Contains(text, " ") && onePart.MatchString(text):
			numbers = append(numbers, text)
			if goesOn.MatchString(word) {
				all = append(all, "(^| )"+text+" ")
				break
			}
			all = append(all, text)
		default:
			all = append(all, strings.Fields(text)...)
		}
	}
	if len(numbers) > 0 && len(all) > 1 {
		numbers = append(numbers, classifier.Fold(query))
	}
	return all, numbers
}

func naiveHas(folded []string, query string) bool {
	all, _ := naiveWords(query)
	for _, w := range all {
		if !slices.ContainsFunc(folded, compiled(w).MatchString) {
			return false
		}
	}
	return true
}

// naiveRank is the first (best) of the shapes in which the appeal has a number of the query.
func naiveRank(e *entry, query string) int {
	texts := textsOf(e)
	_, numbers := naiveWords(query)
	best := 6
	for _, n := range numbers {
		for i, shape := range []string{"^%s$", "^%s ", "^%s", "", "(^| )%s( |$)", "%s"} {
			if shape == "" && slices.Contains(texts[2:], n) || shape != "" &&
				compiled(fmt.Sprintf(shape, n)).MatchString(texts[1]) {
				best = min(best, i)
			}
		}
	}
	return best
}

// takes applies all filters but one.
func (e *entry) takes(r *query.RegisterReq, but string) bool {
	for name, f := range naiveTakes {
		if name != but && !f(r, e) {
			return false
		}
	}
	return true
}

// naiveCompare compares two rows by the text of a column.
var naiveCompare = map[query.SortKey]func(x, y *entry) int{
	query.ByModified: func(x, y *entry) int { return 0 },
	query.ByNumber:   func(x, y *entry) int { return compareNumbers(x.Number, y.Number) },
	query.ByName: func(x, y *entry) int {
		return cmp.Compare(classifier.Fold(x.Name), classifier.Fold(y.Name))
	},
	query.ByCreate:       func(x, y *entry) int { return cmp.Compare(x.CreateDate, y.CreateDate) },
	query.ByIncoming:     func(x, y *entry) int { return cmp.Compare(x.IncomingDate, y.IncomingDate) },
	query.ByRegistration: func(x, y *entry) int { return cmp.Compare(x.RegistrationDate, y.RegistrationDate) },
	query.ByMonth: func(x, y *entry) int {
		return cmp.Compare(appeal.ReportingMonth(&x.Appeal).String(), appeal.ReportingMonth(&y.Appeal).String())
	},
	query.ByCodes: func(x, y *entry) int { return slices.Compare(codesOf(x), codesOf(y)) },
	query.ByStatuses: func(x, y *entry) int {
		return slices.Compare(placesOf(x), placesOf(y))
	},
	query.ByRecipients: func(x, y *entry) int {
		return slices.CompareFunc(foldAll(x.row.Recipients), foldAll(y.row.Recipients), compareNumbers)
	},
	query.ByDraft: func(x, y *entry) int {
		return cmp.Compare(map[bool]int{true: 1}[x.Draft], map[bool]int{true: 1}[y.Draft])
	},
	query.ByExported: func(x, y *entry) int { return cmp.Compare(x.row.Exported, y.row.Exported) },
	query.ByFindings: func(x, y *entry) int {
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
		out = append(out, slices.IndexFunc(appeal.Statuses, func(row appeal.StatusInfo) bool {
			return row.Status == q.Status
		}))
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
func naiveIDs(all []*entry, r *query.RegisterReq) []string {
	var rows []*entry
	ranks := map[*entry]int{}
	for _, e := range all {
		if e.takes(r, "") {
			rows, ranks[e] = append(rows, e), naiveRank(e, r.Query)
		}
	}
	slices.SortFunc(rows, func(x, y *entry) int {
		c := cmp.Or(naiveCompare[r.Sort](x, y), x.Modified.Compare(y.Modified), cmp.Compare(x.ID, y.ID))
		if r.Desc {
			c = -c
		}
		return cmp.Or(cmp.Compare(ranks[x], ranks[y]), c)
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
