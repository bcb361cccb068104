package tables

import (
	"rroform/wasm/appeal"
	"rroform/wasm/incoming"
	"rroform/wasm/merge"
	"rroform/wasm/table"
)

// compareRows is [incoming.Incoming.Compare] for rows, which have no id and no history. An appeal that
// was imported before from the same row counts as the same, even if it has no number or was edited
// since: Source.Hash is the content hash that it had then.
func (ts *Tables) compareRows(offers []incoming.Offer) []incoming.Pairing {
	pairs := ts.incoming.Compare(offers)
	taken := map[*appeal.Appeal]bool{}
	for i := range pairs {
		p := &pairs[i]
		taken[p.Have] = true
		if p.Kind == merge.Conflict && p.Have.Source != nil && p.Have.Source.Hash == p.Offered.ContentHash() {
			p.Kind, p.Take = merge.Same, false
		}
	}
	bySource := map[string][]*appeal.Appeal{}
	for _, rec := range ts.register.All() {
		if ap := &rec.Appeal; ap.ProfileID == ts.office.Active && ap.Source != nil && !taken[ap] {
			bySource[ap.Source.Hash] = append(bySource[ap.Source.Hash], ap)
		}
	}
	for i := range pairs {
		p := &pairs[i]
		if p.Kind != merge.New || len(bySource) == 0 {
			continue
		}
		hash := p.Offered.ContentHash()
		if list := bySource[hash]; len(list) > 0 {
			p.Have, p.Kind, p.Take, bySource[hash] = list[0], merge.Same, false, list[1:]
		}
	}
	return pairs
}

// complete copies the fields for which the table has no column from the register into the offers: a
// table without addresses must not delete them. It reports whether it changed any offer.
func (t *Table) complete(p *prepared) (changed bool) {
	for i := range p.Pairs {
		pair := &p.Pairs[i]
		if pair.Have == nil || pair.Kind == merge.Same {
			continue
		}
		t.completeOffer(&p.offers[i].Appeal, pair.Have)
		changed = true
	}
	return changed
}

// completeOffer sets ap to a copy of have with the fields for which the table has a column.
func (t *Table) completeOffer(ap, have *appeal.Appeal) {
	from := *ap
	*ap = have.Clone()
	ap.ID, ap.Rev, ap.History, ap.Source, ap.Questions = "", 0, nil, nil, nil
	ap.IsDirect, ap.Number = from.IsDirect, from.Number
	take := func(field string, to, value *string) {
		if t.mapping.Takes(field) {
			*to = *value
		}
	}
	take(table.Format, (*string)(&ap.Format), (*string)(&from.Format))
	take(table.Document, (*string)(&ap.CreateDate), (*string)(&from.CreateDate))
	take(table.Incoming, (*string)(&ap.IncomingDate), (*string)(&from.IncomingDate))
	take(table.Registered, (*string)(&ap.RegistrationDate), (*string)(&from.RegistrationDate))
	take(table.Name, &ap.Name, &from.Name)
	take(table.Address, &ap.Address, &from.Address)
	take(table.Email, &ap.Email, &from.Email)
	used := make([]bool, len(have.Questions))
	for i, q := range from.Questions {
		ap.Questions = append(ap.Questions, t.question(q, counterpart(have.Questions, used, i, q.Code)))
	}
}

// counterpart finds the question with this code. For a question without code it is the one with the
// same index.
func counterpart(have []appeal.Question, used []bool, i int, code string) *appeal.Question {
	for j := range have {
		if !used[j] && have[j].Code == code {
			used[j] = true
			return &have[j]
		}
	}
	if i < len(have) && !used[i] && code == "" {
		used[i] = true
		return &have[i]
	}
	return nil
}

func (t *Table) question(from appeal.Question, have *appeal.Question) appeal.Question {
	if have == nil {
		return from
	}
	q := *have
	if t.mapping.Takes(table.Code) {
		q.Code = from.Code
	}
	if t.mapping.Takes(table.Status) {
		q.Status = from.Status
	}
	if t.mapping.Takes(table.Response) {
		q.ResponseDate = from.ResponseDate
	}
	if t.mapping.Takes(table.Measures) || from.ActionsTaken != nil {
		q.ActionsTaken = from.ActionsTaken
	}
	if t.mapping.Takes(table.Recipient) || t.mapping.Takes(table.SentOn) || t.mapping.Takes(table.SentAs) {
		q.Transfers = from.Transfers
	}
	return q
}
