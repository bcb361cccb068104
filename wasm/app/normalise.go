package app

import (
	"strings"

	"rroform/wasm/appeal"
)

// normalise trims text, reads dates as clerks type them, and gives ids to new
// parts. What it cannot read stays as typed. It reports whether anything that
// [appeal.Appeal.Fingerprint] looks at has changed.
func (a *App) normalise(ap *appeal.Appeal) bool {
	n := normaliser{app: a, today: a.today()}
	for _, s := range []*string{&ap.Number, &ap.Name, &ap.Address, &ap.Email} {
		n.set(s, strings.TrimSpace(*s))
	}
	for _, d := range []*appeal.Date{&ap.CreateDate, &ap.IncomingDate, &ap.RegistrationDate} {
		n.date(d)
	}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		if q.ID == "" {
			q.ID = newID()
		}
		n.set(&q.Code, a.cleanCode(q.Code))
		for _, d := range []*appeal.Date{&q.IncomingDate, &q.RegistrationDate, &q.ResponseDate} {
			n.date(d)
		}
		for j := range q.Transfers {
			n.transfer(&q.Transfers[j])
		}
	}
	return n.changed
}

type normaliser struct {
	app     *App
	today   appeal.Date
	changed bool
}

func (n *normaliser) set(s *string, to string) {
	n.changed = n.changed || *s != to
	*s = to
}

func (n *normaliser) date(d *appeal.Date) {
	read := appeal.ParseDate(string(*d), n.today)
	n.changed = n.changed || *d != read
	*d = read
}

func (n *normaliser) transfer(t *appeal.Transfer) {
	if t.ID == "" {
		t.ID = newID()
	}
	n.date(&t.TransferDate)
	n.set(&t.TransferNumber, strings.TrimSpace(t.TransferNumber))
	id, name := strings.TrimSpace(t.DepartmentID), t.DepartmentName
	if id == "" {
		id, name = appeal.SplitRecipient(name)
	}
	if id == "" {
		id = n.app.bodyByName(name)
	} else if name == "" {
		name = n.app.bodyName(id)
	}
	n.set(&t.DepartmentID, id)
	t.DepartmentName = name
}
