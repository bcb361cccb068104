package app

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/rules"
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
	// counts is hidden (B-13).
	CreateDate appeal.Date       `json:"createDate"`
	Titles     map[string]string `json:"titles"` // of the codes, with their parents
}

// GetAppeal returns the card of a stored appeal.
func (a *App) GetAppeal(_ context.Context, req AppealIDReq) (Card, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	rec, ok := a.records[req.ID]
	if !ok {
		return Card{}, fault(store.ErrNotFound)
	}
	return a.card(rec), nil
}

func (a *App) card(rec *record) Card {
	c := Card{Appeal: rec.appeal, Findings: a.check(rec, a.env(rec.appeal.ProfileID)),
		Month: appeal.ReportingMonth(&rec.appeal), CreateDate: archive.CreateDate(&rec.appeal, &a.format.Format), Titles: map[string]string{}}
	for _, q := range c.Appeal.Questions {
		if title := a.codeTitle(q.Code); title != "" {
			c.Titles[q.Code] = title
		}
	}
	return c
}

// SaveAppealReq stores an appeal. The page makes the id of a new one, so that
// a save that is repeated after a lost answer cannot make two records.
type SaveAppealReq struct {
	Appeal appeal.Appeal `json:"appeal"`
}

// SaveAppeal normalises and stores an appeal, right or wrong, and returns it
// with findings. When it returns, the record is on disk.
func (a *App) SaveAppeal(ctx context.Context, req SaveAppealReq) (Card, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	ap := req.Appeal
	if ap.ID == "" {
		return Card{}, problem("noID", "У обращения нет внутреннего номера.", "Обновите страницу.")
	}
	a.normalise(&ap)
	now := a.options.Now().UTC()
	if have, ok := a.records[ap.ID]; ok {
		ap.ProfileID, ap.Created = have.appeal.ProfileID, have.appeal.Created
		if ap.Rev == 0 && sameContent(have.appeal, ap) {
			return a.card(have), nil // the repeated first save
		}
	} else {
		ap.ProfileID, ap.Created = a.active, now
	}
	ap.Modified = now
	ops, bodies, err := a.appealOps(&ap)
	if err != nil {
		return Card{}, err
	}
	revs, err := a.store.Write(ctx, ops)
	if err != nil {
		return Card{}, fault(err)
	}
	ap.Rev = revs[0]
	rec := &record{appeal: ap}
	a.records[ap.ID] = rec
	for _, b := range bodies {
		a.bodies[bodyKey(b.DepartmentID)] = b
	}
	return a.card(rec), nil
}

// appealOps writes the record and remembers recipients that were typed with
// name and id (story 10).
func (a *App) appealOps(ap *appeal.Appeal) ([]store.Op, []Body, error) {
	first, err := op(store.Appeals, ap.ID, ap.Rev, ap)
	ops, bodies := []store.Op{first}, a.newBodies(ap)
	for _, b := range bodies {
		var o store.Op
		if err == nil {
			o, err = op(store.Bodies, bodyKey(b.DepartmentID), store.AnyRev, b)
		}
		ops = append(ops, o)
	}
	return ops, bodies, err
}

// sameContent compares what a clerk entered. Ids of parts do not count: those
// that the page left empty were given by the first save.
func sameContent(a, b appeal.Appeal) bool {
	clean := func(x appeal.Appeal) string {
		x.Rev, x.Modified = 0, x.Created
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

// normalise trims text, reads dates as clerks type them, and gives ids to new
// parts. What it cannot read stays as typed.
func (a *App) normalise(ap *appeal.Appeal) {
	today := a.today()
	for _, s := range []*string{&ap.Number, &ap.Name, &ap.Address, &ap.Email} {
		*s = strings.TrimSpace(*s)
	}
	for _, d := range []*appeal.Date{&ap.CreateDate, &ap.IncomingDate, &ap.RegistrationDate} {
		*d = appeal.ParseDate(string(*d), today)
	}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		if q.ID == "" {
			q.ID = newID()
		}
		q.Code = a.cleanCode(q.Code)
		q.ResponseDate = appeal.ParseDate(string(q.ResponseDate), today)
		for j := range q.Transfers {
			a.normaliseTransfer(&q.Transfers[j], today)
		}
	}
}

func (a *App) normaliseTransfer(t *appeal.Transfer, today appeal.Date) {
	if t.ID == "" {
		t.ID = newID()
	}
	t.TransferDate = appeal.ParseDate(string(t.TransferDate), today)
	t.TransferNumber = strings.TrimSpace(t.TransferNumber)
	t.DepartmentID = strings.TrimSpace(t.DepartmentID)
	if t.DepartmentID == "" {
		t.DepartmentID, t.DepartmentName = appeal.SplitRecipient(t.DepartmentName)
	}
	if t.DepartmentID == "" {
		t.DepartmentID = a.bodyByName(t.DepartmentName)
	} else if t.DepartmentName == "" {
		t.DepartmentName = a.bodies[bodyKey(t.DepartmentID)].Name
	}
}

// IDsReq names several appeals.
type IDsReq struct {
	IDs []string `json:"ids"`
}

// IDsRes names those that were changed.
type IDsRes struct {
	IDs []string `json:"ids"`
}

// DeleteAppeals moves appeals to the trash in one step; RestoreAppeals undoes
// it, also after a restart.
func (a *App) DeleteAppeals(ctx context.Context, req IDsReq) (IDsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var ops []store.Op
	for _, id := range req.IDs {
		rec, ok := a.records[id]
		if !ok {
			return IDsRes{}, fault(store.ErrNotFound)
		}
		trash, err := op(store.Trash, id, store.AnyRev, rec.appeal)
		if err != nil {
			return IDsRes{}, err
		}
		ops = append(ops, trash, store.Op{Table: store.Appeals, Key: id, Rev: rec.appeal.Rev})
	}
	if _, err := a.store.Write(ctx, ops); err != nil {
		return IDsRes{}, fault(err)
	}
	for _, id := range req.IDs {
		delete(a.records, id)
	}
	return IDsRes(req), nil
}

// RestoreAppeals brings deleted appeals back as they were.
func (a *App) RestoreAppeals(ctx context.Context, req IDsReq) (IDsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var ops []store.Op
	var back []appeal.Appeal
	for _, id := range req.IDs {
		row, err := a.store.Get(ctx, store.Trash, id)
		if err != nil {
			return IDsRes{}, fault(err)
		}
		var ap appeal.Appeal
		if err := json.Unmarshal(row.Data, &ap); err != nil {
			return IDsRes{}, fault(err)
		}
		again, err := op(store.Appeals, id, 0, ap)
		if err != nil {
			return IDsRes{}, err
		}
		ops = append(ops, again, store.Op{Table: store.Trash, Key: id, Rev: store.AnyRev})
		back = append(back, ap)
	}
	revs, err := a.store.Write(ctx, ops)
	if err != nil {
		return IDsRes{}, fault(err)
	}
	for i := range back {
		back[i].Rev = revs[2*i]
		a.records[back[i].ID] = &record{appeal: back[i]}
	}
	return IDsRes(req), nil
}
