package app

import (
	"fmt"
	"regexp"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/pattern"
	"rroform/wasm/rules"
)

func (c *OpenedCounts) add(row *OpenedRow) {
	switch row.Verdict {
	case EntryFits:
		c.Fits++
	case EntryFindings:
		c.Findings++
	case EntryUnreadable:
		c.Unreadable++
	case EntryForeign:
		c.Foreign++
	case EntryRemoved:
		c.Removed++
	case EntryZero:
		c.Zeros++
	}
	if row.Edited {
		c.Edited++
	}
	if row.OtherBody {
		c.OtherBody++
	}
}

func (a *App) openedRow(e *openEntry) OpenedRow {
	row := OpenedRow{Place: e.Name, ID: e.ID}
	rec := a.register.Get(e.ID)
	switch {
	case e.Foreign:
		row.Verdict = EntryForeign
		return row
	case e.Zero != nil:
		row.Verdict, row.OtherBody = EntryZero, a.otherGUID(e.Zero.DepartmentID)
		return row
	case e.ID == "":
		row.Verdict = EntryUnreadable
		return row
	case rec == nil:
		row.ID, row.Verdict = "", EntryRemoved
		return row
	}
	ap := &rec.Appeal
	row.Number, row.Name, row.Edited, row.OtherBody = ap.Number, ap.Name, !rec.Untouched(), a.ofOtherBody(ap)
	if !rec.Judged {
		a.register.Check(rec, a.envOf(ap))
	}
	errors, warnings := int(rec.Errors), int(rec.Warnings)
	row.Remarks = errors + warnings
	switch {
	case !row.Edited && len(e.Repairs) > 0:
		row.Remarks += len(e.Repairs)
	case !row.Edited && errors == 0:
		row.Remarks += len(e.Wrong) // else the findings already say so
	case row.Edited && !appeal.IsGUID(ap.DepartmentID):
		row.Remarks++
	}
	row.Verdict = EntryFits
	if row.Remarks > 0 {
		row.Verdict = EntryFindings
	}
	return row
}

// ofOtherBody reports whether an entry is of another body than the active profile's. If the profile
// has no GUID, no entry is.
func (a *App) ofOtherBody(ap *appeal.Appeal) bool {
	return a.otherGUID(ap.DepartmentID)
}

func (a *App) otherGUID(guid string) bool {
	p, _ := a.office.Profile(a.office.Active)
	return p.DepartmentID != "" && !appeal.SameGUID(p.DepartmentID, guid)
}

// notes returns, for people, what the card of an entry cannot show.
func (a *App) notes(e *openEntry, row *OpenedRow) []string {
	notes := []string{}
	if e.Zero != nil {
		notes = append(notes, a.incoming.DescribeZero(*e.Zero)+".")
	}
	if e.Why != nil {
		row.Line = e.Why.Line
		notes = append(notes, e.Why.Error()+".")
	}
	if row.Verdict == EntryForeign && e.Why == nil {
		hint := rules.Check(rules.Subject{Entries: []string{e.Name}}, &rules.Env{})
		for _, f := range hint {
			notes = append(notes, f.Text+" "+f.Hint)
		}
	}
	rec := a.register.Get(e.ID)
	if rec == nil {
		return notes
	}
	if row.Edited {
		if !appeal.IsGUID(rec.Appeal.DepartmentID) {
			notes = append(notes, "Идентификатор органа записан неверно: «"+rec.Appeal.DepartmentID+"».")
		}
		return append(notes, findingNotes(rec.Findings)...)
	}
	for _, r := range e.Repairs {
		notes = append(notes, fmt.Sprintf("%sнайдено — %s, прочитано — %s.", fieldName(r.Field), r.Found, r.Taken))
	}
	if rec.Errors == 0 { // else the findings already say so
		for _, w := range e.Wrong {
			notes = append(notes, fieldName(w.Field)+w.Text+".")
		}
	}
	return append(notes, findingNotes(rec.Findings)...)
}

// findingNotes returns the errors and warnings of the rules, a line for each.
func findingNotes(found []rules.Finding) []string {
	notes := []string{}
	for _, f := range found {
		if f.Level == appeal.Error || f.Level == appeal.Warning {
			notes = append(notes, fieldName(f.Field)+f.Text)
		}
	}
	return notes
}

// fieldName returns the name of a field for a note: «Дата ответа», вопрос 2.
func fieldName(path string) string {
	if path == "" {
		return "Вся запись: "
	}
	name := "«" + appeal.Label(path) + "»"
	var n int
	if _, err := fmt.Sscanf(path, "questions.%d", &n); err == nil {
		name += fmt.Sprintf(", вопрос %d", n+1)
	}
	return name + ": "
}

// fieldOf returns the field of the model for a place in the entry.
func fieldOf(pointer string) string {
	path := strings.ReplaceAll(strings.TrimPrefix(pointer, "/"), "/", ".")
	for _, p := range entryPaths {
		path = p.in().ReplaceAllString(path, p.out)
	}
	return path
}

// entryPaths are the places whose field in the model has another name.
var entryPaths = []struct {
	in  func() *regexp.Regexp
	out string
}{
	{pattern.Of(`^departmentId$`), "profile.departmentId"},
	{pattern.Of(`\.transfer\.(\d)`), ".transfers.$1"},
	{pattern.Of(`\.transfer\.`), ".transfers.0."},
	{pattern.Of(`\.transfer$`), ".transfers"},
	{pattern.Of(`\.attachment\..*$`), ".attachment"},
	{pattern.Of(`\.isExtend$`), ".status"},
	{pattern.Of(`^(questions\.\d+)$`), "questions"},
}
