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

// Card is an appeal with what its form shows.
type Card struct {
	Appeal   appeal.Appeal   `json:"appeal"`
	Findings []rules.Finding `json:"findings"`
	Month    appeal.Month    `json:"month"` // reporting month; zero = unknown
	// CreateDate is the document date in an archive, see [archive.CreateDate]; "" = none.
	CreateDate appeal.Date `json:"createDate"`
	// by code; the title of a subquestion begins with that of its question
	Titles  map[string]string `json:"titles"`
	Archive *OpenedArchive    `json:"archive,omitempty"` // the open archive that it belongs to
	Body    string            `json:"body"`              // name of the reporting body
	Sent    *register.Sent    `json:"sent,omitempty"`    // the last archive that had it; nil = none
}

// GetAppeal returns the card of a stored appeal.
func (a *App) GetAppeal(ctx context.Context, req AppealIDReq) (Card, error) {
	return a.comparedCard(ctx, req.ID)
}

// comparedCard compares the profile for duplicates, then returns the card.
func (a *App) comparedCard(ctx context.Context, id string) (Card, error) {
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
	if o := a.openByID(rec.Appeal.ProfileID); o != nil {
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

// SaveAppealReq has an appeal to store. The page makes the id of a new appeal, so that a repeated save
// after a lost answer does not make a second record.
type SaveAppealReq struct {
	Appeal appeal.Appeal `json:"appeal"`
	// Unanswered has earlier states of the appeal that the page sent and got no answer for, because
	// the core stopped. If one of them is in the store, that is not a change by somebody else.
	Unanswered []appeal.Appeal `json:"unanswered,omitempty"`
}

// SaveAppeal normalises and stores an appeal, with or without errors, and returns its card. When it
// returns without an error, the appeal is stored. Exception: a new appeal with nothing but search words
// in a code field, see onlySearched; its revision stays 0.
func (a *App) SaveAppeal(ctx context.Context, req SaveAppealReq) (Card, error) {
	unsaved, err := a.storeAppeal(ctx, req)
	if err != nil || unsaved != nil {
		return *cmp.Or(unsaved, &Card{}), err
	}
	return a.comparedCard(context.WithoutCancel(ctx), req.Appeal.ID) // already stored: too late to cancel
}

// storeAppeal stores an appeal. It returns a card only if onlySearched is true.
func (a *App) storeAppeal(ctx context.Context, req SaveAppealReq) (unsaved *Card, err error) {
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
			return nil, nil // the first save came twice
		}
		if a.ownSave(have, req.Unanswered) {
			ap.Rev = have.Appeal.Rev
		}
		ap.ProfileID, ap.Created, ap.History = have.Appeal.ProfileID, have.Appeal.Created, have.Appeal.History
		source.KeepCoreFields(&have.Appeal, &ap)
		step.Before = &have.Appeal
	} else if onlySearched(&ap) {
		ap.ProfileID = a.office.Active
		a.ledger.Keep(&ledger.Record{Appeal: ap}) // only while the rules check it
		defer a.ledger.Drop(ap.ID)
		card := a.card(a.register.Get(ap.ID))
		return &card, nil
	}
	return nil, explain.Error(a.ledger.Commit(ctx, []ledger.Change{step}))
}

// onlySearched reports whether the only input is words in a code field: the clerk has searched for a
// code, which does not make an appeal.
func onlySearched(ap *appeal.Appeal) bool {
	blank, words := appeal.Appeal{ID: ap.ID, Format: ap.Format}, false
	for _, q := range ap.Questions {
		if strings.ContainsAny(q.Code, "0123456789") { // a code, perhaps incomplete
			return false
		}
		words = words || q.Code != ""
		blank.Questions = append(blank.Questions, appeal.Question{Code: q.Code, Transfers: q.Transfers[:0]})
	}
	return words && sameContent(*ap, blank)
}

// ownSave reports whether the stored state is one that this page sent before.
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

// sameContent compares what a clerk entered. It ignores the ids of questions and transfers, because the
// first save sets them.
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
