package app

import (
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/rules"
)

// MassReq changes many appeals alike; without Apply it only shows what would
// change.
type MassReq struct {
	IDs   []string `json:"ids"`
	Edit  MassEdit `json:"edit"`
	Apply bool     `json:"apply"`
}

// MassEdit is what to put into every chosen appeal, and for the fields of
// questions into every question of it. What is empty or missing stays as it is.
type MassEdit struct {
	Status       appeal.Status      `json:"status"`
	ResponseDate appeal.Date        `json:"responseDate"` // as typed
	ActionsTaken *bool              `json:"actionsTaken,omitempty"`
	Code         string             `json:"code"`
	Attachment   *appeal.Attachment `json:"attachment,omitempty"` // one answer for many, see PutFile
	Draft        *bool              `json:"draft,omitempty"`      // hold back or release
}

// MassRes says what changes, or has changed.
type MassRes struct {
	Rows    []MassRow   `json:"rows"` // those that change, at most MassRows
	Changed int         `json:"changed"`
	Same    int         `json:"same"`   // chosen, but nothing to change in them
	Errors  int         `json:"errors"` // of the changed ones: those that have errors afterwards
	Action  *ActionInfo `json:"action,omitempty"`
}

// MassRows is how many rows a preview lists.
const MassRows = 200

// MassRow is one appeal of a mass change.
type MassRow struct {
	ID      string               `json:"id"`
	Number  string               `json:"number"`
	Name    string               `json:"name"`
	Changes []appeal.FieldChange `json:"changes"`
	Errors  []string             `json:"errors"` // afterwards: what they say
}

// MassEdit shows or does one change of many appeals, as one action.
func (a *App) MassEdit(ctx context.Context, req MassReq) (MassRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	label, err := a.readEdit(&req.Edit)
	if err != nil {
		return MassRes{}, err
	}
	var res MassRes
	var changes []change
	for _, id := range req.IDs {
		rec, err := a.find(id)
		if err != nil {
			return MassRes{}, fault(err)
		}
		before, after := rec.appeal, clone(&rec.appeal)
		req.Edit.apply(&after)
		a.normalise(&after)
		row := MassRow{id, before.Number, before.Name, appeal.Diff(&before, &after), []string{}}
		if len(row.Changes) == 0 {
			res.Same++
			continue
		}
		for _, f := range onlyErrors(rules.Check(rules.Subject{Appeal: &after}, a.envOf(&after))) {
			row.Errors = append(row.Errors, f.Text)
		}
		if len(row.Errors) > 0 {
			res.Errors++
		}
		if res.Changed++; res.Changed <= MassRows {
			res.Rows = append(res.Rows, row)
		}
		changes = append(changes, change{before: &before, after: &after})
	}
	if !req.Apply || len(changes) == 0 {
		return res, nil
	}
	action, err := a.act(ctx, label, changes)
	if err != nil {
		return MassRes{}, fault(err)
	}
	info := action.info()
	res.Action = &info
	return res, nil
}

// readEdit makes sense of what was typed and names the action.
func (a *App) readEdit(e *MassEdit) (label string, err error) {
	e.ResponseDate = appeal.ParseDate(string(e.ResponseDate), a.today())
	if e.ResponseDate != "" && !e.ResponseDate.Valid() {
		return "", problem("responseDate", "«"+string(e.ResponseDate)+"» — не дата.", "Введите, например, 05.10.2026.")
	}
	if e.Code = a.cleanCode(e.Code); e.Code != "" {
		if v := a.judgeCode(e.Code); v.Kind != rules.CodeOK {
			return "", problem("code", "Такого кода вопроса нет: «"+e.Code+"».", "Выберите код из списка.")
		}
	}
	parts := []struct {
		set  bool
		text string
	}{
		{e.Status != "", "статус"}, {e.ResponseDate != "", "дата ответа"}, {e.ActionsTaken != nil, "меры приняты"},
		{e.Code != "", "код вопроса"}, {e.Attachment != nil, "файл ответа"},
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
		return "", problem("nothing", "Не выбрано, что изменить.", "Заполните хотя бы одно поле.")
	}
	return fmt.Sprintf("Изменение: %s", label), nil
}

func (e *MassEdit) apply(ap *appeal.Appeal) {
	if e.Draft != nil {
		ap.Draft = *e.Draft
	}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		if e.Status != "" {
			q.Status = e.Status
		}
		if e.ResponseDate != "" {
			q.ResponseDate = e.ResponseDate
		}
		if e.ActionsTaken != nil {
			q.ActionsTaken = e.ActionsTaken
		}
		if e.Code != "" {
			q.Code = e.Code
		}
		if e.Attachment != nil {
			q.Attachment = e.Attachment
		}
	}
}

// clone is [appeal.Appeal.Clone].
func clone(ap *appeal.Appeal) appeal.Appeal {
	return ap.Clone()
}
