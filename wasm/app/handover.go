package app

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode"

	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/explain"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// HandoverReq selects appeals of the active profile for a colleague.
type HandoverReq struct {
	Filter query.RegisterReq `json:"filter"` // its sort and page are ignored
	Since  appeal.Date       `json:"since"`  // changed on this day or later, as typed; "" = all

	Passphrase string `json:"passphrase"` // "" = not encrypted
}

// HandoverRes names the file that comes with it.
type HandoverRes struct {
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	Appeals int    `json:"appeals"`
}

// Handover writes the selected appeals with history and answer files into a file that a colleague can
// merge.
func (a *App) Handover(ctx context.Context, req HandoverReq, _ []rpc.File) (HandoverRes, []rpc.File, error) {
	if err := a.register.JudgeFor(ctx, &req.Filter); err != nil {
		return HandoverRes{}, nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	since, err := a.sinceDay(req.Since)
	if err != nil {
		return HandoverRes{}, nil, err
	}
	now := a.office.Now()
	p, _ := a.office.Profile(a.office.Active)
	d := exchange.Dump{Head: exchange.Head{Created: now.UTC(), Program: Version, Version: store.Version(),
		Kind: exchange.KindHandover},
		Text:   map[string]map[string]json.RawMessage{},
		Binary: map[string]map[string][]byte{string(store.Files): {}}}
	if err := dumpRow(&d, store.Profiles, p.ID, p); err != nil {
		return HandoverRes{}, nil, err
	}
	rows := a.register.View(&req.Filter).Rows()
	n := 0
	for i, rec := range rows {
		if err := rpc.Report(ctx, i, len(rows), "Собираем обращения"); err != nil {
			return HandoverRes{}, nil, err
		}
		ap := &rec.Appeal
		if ap.Modified.Before(since) {
			continue
		}
		n++
		out := *ap
		out.Text = "" // the text is a private note
		if err := dumpRow(&d, store.Appeals, ap.ID, &out); err != nil {
			return HandoverRes{}, nil, err
		}
		if err := a.dumpFiles(ctx, ap, &d); err != nil {
			return HandoverRes{}, nil, explain.Error(err)
		}
	}
	if n == 0 {
		return HandoverRes{}, nil,
			rpc.Problem("nothing", "Таких обращений нет, передавать нечего.", "Выберите другой месяц или дату.")
	}
	data, err := exchange.WriteBackup(d)
	if err == nil {
		data, err = a.encryptFile(data, req.Passphrase)
	}
	if err != nil {
		return HandoverRes{}, nil, err
	}
	who := strings.FieldsFunc(p.PersonName, func(r rune) bool { return !unicode.IsLetter(r) })
	name := strings.Join(append([]string{"РРО-форма_передача"}, append(who, now.Format("2006-01-02_15-04"))...), "_") +
		".zip"
	return HandoverRes{encryptedName(name, req.Passphrase), int64(len(data)), n}, []rpc.File{data}, nil
}

// sinceDay returns the start of the day by the clerk's clock; zero = no day.
func (a *App) sinceDay(typed appeal.Date) (time.Time, error) {
	day := appeal.ParseDate(string(typed), a.office.Today())
	if day == "" {
		return time.Time{}, nil
	}
	t, ok := day.Time()
	if !ok {
		return t, rpc.Problem("since", "«"+string(typed)+"» — не дата.", "Введите, например, 05.10.2026.")
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, a.office.Now().Location()), nil
}

// dumpRow adds a row to a text table of a dump.
func dumpRow(d *exchange.Dump, table store.Table, key string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode %s/%s: %w", table, key, err)
	}
	if d.Text[string(table)] == nil {
		d.Text[string(table)] = map[string]json.RawMessage{}
	}
	d.Text[string(table)][key] = data
	return nil
}

// dumpFiles adds the answer files of an appeal to a dump.
func (a *App) dumpFiles(ctx context.Context, ap *appeal.Appeal, d *exchange.Dump) error {
	for _, q := range ap.Questions {
		if q.Attachment == nil {
			continue
		}
		data, err := a.ledger.File(ctx, q.Attachment.FileID)
		if err != nil {
			return err
		}
		d.Binary[string(store.Files)][q.Attachment.FileID] = data
	}
	return nil
}
