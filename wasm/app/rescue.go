package app

import (
	"context"
	"encoding/json"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/rpc"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// RescueReq asks for a backup while the store fails.
type RescueReq struct {
	Drafts []appeal.Appeal `json:"drafts"` // unsaved states of appeals in the page
}

// RescueRes names the file that comes with it.
type RescueRes struct {
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	Appeals int    `json:"appeals"`
	Whole   bool   `json:"whole"` // the store could be read; only damaged rows are missing
}

// mostRescued limits the bytes of binary rows. Above it, the rescue is not whole.
const mostRescued = 128 << 20

// Rescue writes a backup of what the store returns before its first failure. If the store fails, rows
// from memory replace or complete these. Unsaved states of the page come last. Rescue does not write to
// the store.
func (a *App) Rescue(ctx context.Context, req RescueReq, _ []rpc.File) (RescueRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.office.Now()
	d := exchange.Dump{Head: exchange.Head{Created: now.UTC(), Program: Version, Version: store.Version()},
		Text: map[string]map[string]json.RawMessage{}, Binary: map[string]map[string][]byte{}}
	whole := a.rescueStored(ctx, &d)
	if !whole {
		if err := a.rescueMemory(&d); err != nil {
			return RescueRes{}, nil, err
		}
	}
	for i := range req.Drafts {
		if err := a.rescueDraft(&d, &req.Drafts[i]); err != nil {
			return RescueRes{}, nil, err
		}
	}
	data, err := exchange.WriteBackup(d)
	if err != nil {
		return RescueRes{}, nil, err
	}
	return RescueRes{"РРО-форма_спасённые_данные_" + now.Format("2006-01-02_15-04") + ".zip", int64(len(data)),
		len(d.Text[string(store.Appeals)]), whole}, []rpc.File{data}, nil
}

// rescueStored adds the undamaged rows of the store. It stops and returns false at the first failure, or
// when there are more than mostRescued bytes.
func (a *App) rescueStored(ctx context.Context, d *exchange.Dump) bool {
	size := 0
	for _, table := range store.Tables() {
		if !store.IsBinary(table) {
			rows, err := a.ledger.Store.All(ctx, table)
			if err != nil {
				return false
			}
			d.Text[string(table)] = map[string]json.RawMessage{}
			for _, row := range ledger.WithoutDamaged(rows) {
				d.Text[string(table)][row.Key] = row.Data
			}
			continue
		}
		keys, err := a.ledger.Store.Keys(ctx, table)
		if err != nil {
			return false
		}
		d.Binary[string(table)] = map[string][]byte{}
		for _, key := range keys {
			row, err := a.ledger.Store.Get(ctx, table, key)
			if size += len(row.Data); err != nil || size > mostRescued {
				return false
			}
			d.Binary[string(table)][key] = row.Data
		}
	}
	return true
}

// rescueMemory adds settings, profiles, the register, bodies, the journal and choices from memory.
func (a *App) rescueMemory(d *exchange.Dump) error {
	rows := []struct {
		table store.Table
		key   string
		value any
	}{{store.Settings, office.SettingActive, a.office.Active}, {store.Settings, office.SettingFavourites, a.favourites},
		{store.Settings, office.SettingFormat, a.office.Format}}
	add := func(table store.Table, key string, v any) {
		rows = append(rows, struct {
			table store.Table
			key   string
			value any
		}{table, key, v})
	}
	for _, p := range a.office.Profiles {
		add(store.Profiles, p.ID, p)
	}
	for id, rec := range a.register.All() {
		if a.openByID(rec.Appeal.ProfileID) == nil {
			add(store.Appeals, id, rec.Appeal)
		}
	}
	for key, b := range a.packs.Bodies {
		add(store.Bodies, key, b)
	}
	for _, row := range a.journal.Rows {
		add(store.Archives, row.ID, row)
	}
	for key, c := range a.choices {
		add(store.Choices, key, c)
	}
	for _, row := range rows {
		if err := dumpRow(d, row.table, row.key, row.value); err != nil {
			return err
		}
	}
	return nil
}

// rescueDraft puts an unsaved appeal into the backup and records the change in its history.
func (a *App) rescueDraft(d *exchange.Dump, draft *appeal.Appeal) error {
	if draft.ID == "" {
		return nil
	}
	ap := draft.Clone()
	now, who := a.office.Now().UTC(), a.office.Author()
	var before *appeal.Appeal
	if rec := a.register.Get(ap.ID); rec != nil {
		before = &rec.Appeal
	}
	a.packs.NormaliseTyped(&ap, before)
	if before != nil {
		ap.ProfileID, ap.Created, ap.History = before.ProfileID, before.Created, slices.Clone(before.History)
		source.KeepCoreFields(before, &ap)
	} else {
		ap.ProfileID, ap.Created = a.office.Active, now
	}
	ap.Modified = now
	ap.History = appeal.Record(ap.History, before, &ap, who, now)
	return dumpRow(d, store.Appeals, ap.ID, &ap)
}
