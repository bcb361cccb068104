package app

import (
	"context"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// MassReq has one change of many appeals. Without Apply it is only a preview.
type MassReq struct {
	IDs   []string  `json:"ids"`
	Edit  MassEdit  `json:"edit"`
	Only  Questions `json:"only"`
	Apply bool      `json:"apply"`
	State string    `json:"state,omitempty"` // [MassRes] State of the preview; "" = there was none
}

// Questions selects the questions to change, with the values of the register's filters; an empty field
// selects all.
type Questions struct {
	Status appeal.Status `json:"status"`
	Code   string        `json:"code"` // of any level of the classifier
}

func (s Questions) selects(q *appeal.Question) bool {
	return (s.Status == "" || q.Status == s.Status) &&
		(s.Code == "" || q.Code == s.Code || strings.HasPrefix(q.Code, s.Code+"."))
}

// MassEdit has the new values of the appeals and of their selected questions. Empty or missing fields
// stay unchanged.
type MassEdit struct {
	Status       appeal.Status      `json:"status"`
	ResponseDate appeal.Date        `json:"responseDate"` // as typed
	ActionsTaken *bool              `json:"actionsTaken,omitempty"`
	Code         string             `json:"code"`
	Attachment   *appeal.Attachment `json:"attachment,omitempty"` // the same answer file for all, see [App.PutFile]
	Draft        *bool              `json:"draft,omitempty"`      // true = keep out of archives, false = no longer

	IsDirect         *bool         `json:"isDirect,omitempty"`
	Format           appeal.Format `json:"format"`
	IncomingDate     appeal.Date   `json:"incomingDate"`     // as typed
	RegistrationDate appeal.Date   `json:"registrationDate"` // as typed
	// For questions that are passed on: the recipient, by name or GUID, and the covering letter.
	// Questions with several recipients keep them.
	Recipient      string      `json:"recipient"`
	TransferDate   appeal.Date `json:"transferDate"` // as typed
	TransferNumber string      `json:"transferNumber"`
}

// MassRes describes what changes or has changed.
type MassRes struct {
	State   string    `json:"state"` // hash of the selected appeals, for [MassReq]
	Rows    []MassRow `json:"rows"`  // changed appeals, at most MassRows
	Changed int       `json:"changed"`
	Same    int       `json:"same"`   // selected appeals that do not change
	Errors  int       `json:"errors"` // changed appeals that have errors afterwards
	// Questions of the changed appeals, and how many of them change.
	Questions int                `json:"questions"`
	Edited    int                `json:"edited"`
	Several   int                `json:"several"` // questions that keep their several recipients
	Action    *ledger.ActionInfo `json:"action,omitempty"`
}

// MassRows is the maximum of rows in a preview.
const MassRows = 200

// MassRow is one changed appeal.
type MassRow struct {
	ID      string               `json:"id"`
	Number  string               `json:"number"`
	Name    string               `json:"name"`
	Changes []appeal.FieldChange `json:"changes"`
	Errors  []string             `json:"errors"` // texts of the errors afterwards
}

// MassEdit previews or makes one change of many appeals, as one action, which the clerk can undo.
func (a *App) MassEdit(ctx context.Context, req MassReq) (MassRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	label, err := a.readEdit(&req.Edit)
	if err != nil {
		return MassRes{}, err
	}
	req.Only.Code = strings.Trim(req.Only.Code, ". ")
	var res MassRes
	var records []*register.Record
	var changes []ledger.Change
	for _, id := range req.IDs {
		rec, err := a.register.Find(id)
		if err != nil {
			return MassRes{}, explain.Error(err)
		}
		records = append(records, rec)
		before, after := rec.Appeal, rec.Appeal.Clone()
		several := req.Edit.apply(&after, req.Only)
		res.Several += several
		a.packs.Normalise(&after)
		row := MassRow{id, before.Number, before.Name, appeal.Diff(&before, &after), []string{}}
		if len(row.Changes) == 0 {
			res.Same++
			continue
		}
		res.Questions += len(after.Questions)
		res.Edited += changedQuestions(row.Changes)
		for _, f := range rules.OnlyErrors(rules.Check(rules.Subject{Appeal: &after}, a.envOf(&after))) {
			row.Errors = append(row.Errors, f.Text)
		}
		if len(row.Errors) > 0 {
			res.Errors++
		}
		if res.Changed++; res.Changed <= MassRows {
			res.Rows = append(res.Rows, row)
		}
		changes = append(changes, ledger.Change{Before: &before, After: &after})
	}
	res.State = a.stateOf(records)
	if req.State != "" && req.State != res.State {
		return MassRes{}, changedMeanwhile()
	}
	if !req.Apply || len(changes) == 0 {
		return res, nil
	}
	action, err := a.ledger.Act(ctx, label, changes)
	if err != nil {
		return MassRes{}, explain.Error(err)
	}
	info := action.Info()
	res.Action = &info
	return res, nil
}

// changedQuestions returns the number of questions with changes.
func changedQuestions(changes []appeal.FieldChange) int {
	seen := map[string]bool{}
	for _, c := range changes {
		if parts := strings.SplitN(c.Field, ".", 3); len(parts) > 1 {
			seen[parts[1]] = true
		}
	}
	return len(seen)
}

// readEdit parses the typed dates, the recipient and the code, and returns the label of the action.
func (a *App) readEdit(e *MassEdit) (label string, err error) {
	for _, d := range []struct {
		field string
		date  *appeal.Date
	}{{"responseDate", &e.ResponseDate}, {"incomingDate", &e.IncomingDate}, {"registrationDate", &e.RegistrationDate},
		{"transferDate", &e.TransferDate}} {
		if *d.date = appeal.ParseDate(string(*d.date), a.office.Today()); *d.date != "" && !d.date.Valid() {
			return "", rpc.Problem(d.field, "«"+string(*d.date)+"» — не дата.", "Введите, например, 05.10.2026.")
		}
	}
	e.Recipient, e.TransferNumber = strings.TrimSpace(e.Recipient), strings.TrimSpace(e.TransferNumber)
	if id, _ := appeal.SplitRecipient(e.Recipient); id != "" && !appeal.IsGUID(id) {
		return "", rpc.Problem("recipient", "Идентификатор органа записан неверно: «"+id+"».",
			"Нужны 32 цифры и буквы от A до F, разделённые дефисами: 8-4-4-4-12.")
	}
	if e.Code = a.packs.CleanCode(e.Code); e.Code != "" {
		if v := a.packs.JudgeCode(e.Code); v.Kind != rules.CodeOK {
			return "", rpc.Problem("code", "Такого кода вопроса нет: «"+e.Code+"».", "Выберите код из списка.")
		}
	}
	parts := []struct {
		set  bool
		text string
	}{
		{e.Status != "", "статус"}, {e.ResponseDate != "", "дата ответа"}, {e.ActionsTaken != nil, "меры приняты"},
		{e.Code != "", "код вопроса"}, {e.Attachment != nil, "файл ответа"},
		{e.IsDirect != nil && *e.IsDirect, "поступило напрямую"},
		{e.IsDirect != nil && !*e.IsDirect, "поступило из другого органа"},
		{e.Format != "", "формат"}, {e.IncomingDate != "", "дата поступления"},
		{e.RegistrationDate != "", "дата регистрации"},
		{e.Recipient != "", "получатель"}, {e.TransferDate != "", "дата сопроводительного документа"},
		{e.TransferNumber != "", "номер сопроводительного документа"},
		{e.Draft != nil && *e.Draft, "отложено как черновик"}, {e.Draft != nil && !*e.Draft, "снято с черновиков"},
	}
	for _, p := range parts {
		if !p.set {
			continue
		}
		if label != "" {
			label += ", "
		}
		label += p.text
	}
	if label == "" {
		return "", rpc.Problem("nothing", "Не выбрано, что изменить.", "Заполните хотя бы одно поле.")
	}
	return fmt.Sprintf("Изменение: %s", label), nil
}

// apply changes the appeal and its selected questions. It returns how many questions keep their
// several recipients.
func (e *MassEdit) apply(ap *appeal.Appeal, only Questions) (several int) {
	if e.Draft != nil {
		ap.Draft = *e.Draft
	}
	if e.IsDirect != nil {
		ap.IsDirect = *e.IsDirect
	}
	setGiven(&ap.Format, e.Format)
	setGiven(&ap.IncomingDate, e.IncomingDate)
	setGiven(&ap.RegistrationDate, e.RegistrationDate)
	for i := range ap.Questions {
		q := &ap.Questions[i]
		if !only.selects(q) {
			continue
		}
		setGiven(&q.Status, e.Status)
		setGiven(&q.ResponseDate, e.ResponseDate)
		setGiven(&q.Code, e.Code)
		if e.ActionsTaken != nil {
			q.ActionsTaken = e.ActionsTaken
		}
		if e.Attachment != nil {
			q.Attachment = e.Attachment
		}
		if e.setTransfers(q) {
			several++
		}
	}
	return several
}

// setGiven sets a field unless the new value is empty.
func setGiven[T ~string](field *T, value T) {
	if value != "" {
		*field = value
	}
}

// setTransfers changes the recipient and the covering letter of a question whose status needs a recipient.
// It reports whether the question keeps its several recipients.
func (e *MassEdit) setTransfers(q *appeal.Question) (several bool) {
	if row, _ := appeal.StatusOf(q.Status); row.Transfer != appeal.Required ||
		e.Recipient+string(e.TransferDate)+e.TransferNumber == "" {
		return false
	}
	if len(q.Transfers) == 0 {
		q.Transfers = []appeal.Transfer{{}}
	}
	for i := range q.Transfers {
		t := &q.Transfers[i]
		setGiven(&t.TransferDate, e.TransferDate)
		setGiven(&t.TransferNumber, e.TransferNumber)
		if e.Recipient != "" && len(q.Transfers) == 1 {
			t.DepartmentID, t.DepartmentName = "", e.Recipient // Normalise finds out whether it is a name or a GUID
		}
	}
	return e.Recipient != "" && len(q.Transfers) > 1
}
