package app

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// AppealIDReq names an appeal.
type AppealIDReq struct {
	ID string `json:"id"`
}

// Card is an appeal as its form needs it.
type Card struct {
	Appeal   appeal.Appeal   `json:"appeal"`
	Findings []rules.Finding `json:"findings"`
	Month    appeal.Month    `json:"month"` // the reporting month; zero when not known
	// CreateDate is what goes into the archive as document date: nothing that
	// counts is hidden (B-13). "" where no date goes.
	CreateDate appeal.Date       `json:"createDate"`
	Titles     map[string]string `json:"titles"`            // of the codes, with their parents
	Archive    *OpenedArchive    `json:"archive,omitempty"` // the open archive that it belongs to
	Body       string            `json:"body"`              // name of the body that reports it
	Sent       *register.Sent    `json:"sent,omitempty"`    // where it was sent last; nil = nowhere
}

// GetAppeal returns the card of a stored appeal.
func (a *App) GetAppeal(ctx context.Context, req AppealIDReq) (Card, error) {
	return a.compared(ctx, req.ID)
}

// compared returns a card whose findings name all doubles.
func (a *App) compared(ctx context.Context, id string) (Card, error) {
	rec := office.Locked(a.mu, func() *register.Record { return a.register.Get(id) })
	if rec == nil {
		return Card{}, explain.Error(store.ErrNotFound)
	}
	if err := a.register.CompareAll(ctx, rec.Appeal.ProfileID); err != nil {
		return Card{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if rec = a.register.Get(id); rec == nil { // deleted meanwhile
		return Card{}, explain.Error(store.ErrNotFound)
	}
	return a.card(rec), nil
}

func (a *App) card(rec *register.Record) Card {
	c := Card{Appeal: rec.Appeal, Findings: a.register.Check(rec, a.envOf(&rec.Appeal)),
		Month: a.register.MonthOf(rec), Titles: map[string]string{}}
	if d := archive.CreateDate(&rec.Appeal, &a.office.Format.Format); d.Valid() {
		c.CreateDate = d
	}
	if o := a.shelved(rec.Appeal.ProfileID); o != nil {
		info := o.info()
		c.Archive = &info
	}
	p, _ := a.office.Profile(rec.Appeal.ProfileID)
	c.Body, c.Sent = p.Name, a.register.SentLast(rec)
	for _, q := range c.Appeal.Questions {
		if title := a.packs.CodeTitle(q.Code); title != "" {
			c.Titles[q.Code] = title
		}
	}
	return c
}

// SaveAppealReq stores an appeal. The page makes the id of a new one, so that
// a save that is repeated after a lost answer cannot make two records.
type SaveAppealReq struct {
	Appeal appeal.Appeal `json:"appeal"`
	// Unanswered are states of the same appeal that were sent before and never
	// answered, because the core stopped: one of them may stand in the store, and
	// is no change by somebody else.
	Unanswered []appeal.Appeal `json:"unanswered,omitempty"`
}

// SaveAppeal normalises and stores an appeal, right or wrong, and returns it
// with findings. When it returns, the record is on disk; a new one in which a
// code was only looked for is not stored, and its revision stays 0.
func (a *App) SaveAppeal(ctx context.Context, req SaveAppealReq) (Card, error) {
	searched, err := a.storeAppeal(ctx, req)
	if err != nil || searched != nil {
		return *cmp.Or(searched, &Card{}), err
	}
	return a.compared(context.WithoutCancel(ctx), req.Appeal.ID) // it is on disk: too late to stop
}

// storeAppeal stores an appeal, or returns the card of one that is not to be stored.
func (a *App) storeAppeal(ctx context.Context, req SaveAppealReq) (searched *Card, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	ap := req.Appeal
	if ap.ID == "" {
		return nil, rpc.Problem("noID", "У обращения нет внутреннего номера.", "Обновите страницу.")
	}
	have := a.register.Get(ap.ID)
	if have != nil {
		a.packs.NormaliseTyped(&ap, &have.Appeal)
	} else {
		a.packs.NormaliseTyped(&ap, nil)
	}
	step := ledger.Change{After: &ap}
	if have != nil {
		if ap.Rev == 0 && sameContent(have.Appeal, ap) {
			return nil, nil // the repeated first save
		}
		if a.ownSave(have, req.Unanswered) {
			ap.Rev = have.Appeal.Rev
		}
		ap.ProfileID, ap.Created, ap.History = have.Appeal.ProfileID, have.Appeal.Created, have.Appeal.History
		source.KeepCoreFields(&have.Appeal, &ap)
		step.Before = &have.Appeal
	} else if onlySearched(&ap) {
		ap.ProfileID = a.office.Active
		a.ledger.Keep(&ledger.Record{Appeal: ap}) // in the register only while the rules look at it
		defer a.ledger.Drop(ap.ID)
		card := a.card(a.register.Get(ap.ID))
		return &card, nil
	}
	return nil, explain.Error(a.ledger.Commit(ctx, []ledger.Change{step}))
}

// onlySearched reports whether nothing was entered but words in a code field:
// the clerk has looked for a code. That alone makes no appeal.
func onlySearched(ap *appeal.Appeal) bool {
	blank, words := appeal.Appeal{ID: ap.ID, Format: ap.Format}, false
	for _, q := range ap.Questions {
		if strings.ContainsAny(q.Code, "0123456789") { // a code, if an unfinished one
			return false
		}
		words = words || q.Code != ""
		blank.Questions = append(blank.Questions, appeal.Question{Code: q.Code, Transfers: q.Transfers[:0]})
	}
	return words && sameContent(*ap, blank)
}

// ownSave reports whether what is stored came by a save that was not answered.
func (a *App) ownSave(have *register.Record, unanswered []appeal.Appeal) bool {
	for i := range unanswered {
		sent := unanswered[i].Clone()
		a.packs.NormaliseTyped(&sent, &have.Appeal)
		source.KeepCoreFields(&have.Appeal, &sent)
		if sameContent(have.Appeal, sent) {
			return true
		}
	}
	return false
}

// sameContent compares what a clerk entered. Ids of parts do not count: those
// that the page left empty were given by the first save.
func sameContent(a, b appeal.Appeal) bool {
	clean := func(x appeal.Appeal) string {
		x.Rev, x.ProfileID, x.History, x.Created, x.Modified = 0, "", nil, time.Time{}, time.Time{}
		x.Questions = slices.Clone(x.Questions)
		for i := range x.Questions {
			q := &x.Questions[i]
			q.ID, q.Transfers = "", slices.Clone(q.Transfers)
			for j := range q.Transfers {
				q.Transfers[j].ID = ""
			}
		}
		data, _ := json.Marshal(x)
		return string(data)
	}
	return clean(a) == clean(b)
}
