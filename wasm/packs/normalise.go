package packs

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
)

// NormaliseTyped is [Editions.Normalise] of an appeal that a clerk has edited; before is nil for a new one. «5» and
// «вчера» (yesterday) become dates. Such words that came from a file and were not edited stay: they do not refer to
// today.
func (e *Editions) NormaliseTyped(ap, before *appeal.Appeal) {
	n := normaliser{editions: e, today: e.office.Today(), unread: map[appeal.Date]bool{}}
	if before != nil {
		eachDate(before, func(d *appeal.Date) { n.unread[*d] = !d.Valid() })
	}
	n.appeal(ap)
}

// Normalise trims text, writes full dates in one form, cleans codes and recipients, and gives ids to new parts. What it
// cannot read stays as it is. It reports whether it has changed anything that [appeal.Appeal.ContentHash] depends on.
func (e *Editions) Normalise(ap *appeal.Appeal) bool {
	n := normaliser{editions: e}
	n.appeal(ap)
	return n.changed
}

type normaliser struct {
	editions *Editions
	today    appeal.Date          // "" = words such as «вчера» are no dates
	unread   map[appeal.Date]bool // dates in words that came from a file
	changed  bool
}

func eachDate(ap *appeal.Appeal, f func(d *appeal.Date)) {
	f(&ap.CreateDate)
	f(&ap.IncomingDate)
	f(&ap.RegistrationDate)
	for i := range ap.Questions {
		q := &ap.Questions[i]
		f(&q.IncomingDate)
		f(&q.RegistrationDate)
		f(&q.ResponseDate)
		for j := range q.Transfers {
			f(&q.Transfers[j].TransferDate)
		}
	}
}

func (n *normaliser) appeal(ap *appeal.Appeal) {
	for _, s := range []*string{&ap.Number, &ap.Name, &ap.Address, &ap.Email} {
		n.set(s, strings.TrimSpace(*s))
	}
	eachDate(ap, n.date)
	for i := range ap.Questions {
		q := &ap.Questions[i]
		if q.ID == "" {
			q.ID = ledger.NewID()
		}
		n.set(&q.Code, n.editions.CleanCode(q.Code))
		for j := range q.Transfers {
			n.transfer(&q.Transfers[j])
		}
	}
}

func (n *normaliser) set(s *string, to string) {
	n.changed = n.changed || *s != to
	*s = to
}

func (n *normaliser) date(d *appeal.Date) {
	today := n.today
	if n.unread[*d] {
		today = ""
	}
	read := appeal.ParseDate(string(*d), today)
	n.changed = n.changed || *d != read
	*d = read
}

func (n *normaliser) transfer(t *appeal.Transfer) {
	if t.ID == "" {
		t.ID = ledger.NewID()
	}
	n.set(&t.TransferNumber, strings.TrimSpace(t.TransferNumber))
	id, name := strings.TrimSpace(t.DepartmentID), t.DepartmentName
	if id == "" {
		id, name = appeal.SplitRecipient(name)
	}
	if id == "" {
		id = n.editions.bodyByName(name)
	} else if name == "" {
		name = n.editions.BodyName(id)
	}
	n.set(&t.DepartmentID, id)
	t.DepartmentName = name
}
