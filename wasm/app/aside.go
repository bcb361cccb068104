package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// asideRow is a damaged row: it is not as it was written, it makes no sense to
// this program, or the program fails on it. It stops nothing and stays where it is until a clerk has
// decided about it.
type asideRow struct {
	table store.Table
	row   store.Row
	kept  bool   // the row lies in [store.Damaged]: it came with a backup
	at    string // its key there
	// failing: it is whole and makes sense, but the program fails on it.
	failing bool
}

// readings are the tables as they were read.
type readings struct {
	rows    map[store.Table][]store.Row
	appeals []*record // of the rows of store.Appeals
	aside   []asideRow
}

// readTables reads what the core is filled from.
func (a *App) readTables(ctx context.Context, loaders []loader) (readings, error) {
	t := readings{rows: map[store.Table][]store.Row{}}
	for i, l := range loaders {
		if err := rpc.Report(ctx, i, len(loaders), openingRegister); err != nil {
			return t, err
		}
		rows, err := a.store.All(ctx, l.table)
		if err != nil {
			return t, fmt.Errorf("read %s: %w", l.table, err)
		}
		for _, row := range rows {
			if row.Damaged {
				t.aside = append(t.aside, asideRow{table: l.table, row: row})
			}
		}
		t.rows[l.table] = withoutDamaged(rows)
	}
	if err := a.readAppeals(ctx, &t); err != nil {
		return t, fmt.Errorf("read %s: %w", store.Appeals, err)
	}
	kept, err := a.store.Keys(ctx, store.Damaged)
	if err != nil {
		return t, fmt.Errorf("read %s: %w", store.Damaged, err)
	}
	for _, key := range kept {
		row, err := a.store.Get(ctx, store.Damaged, key)
		if errors.Is(err, store.ErrNotFound) {
			continue // another tab has removed it
		}
		if err != nil {
			return t, fmt.Errorf("read %s: %w", store.Damaged, err)
		}
		t.aside = append(t.aside, asideOfBackup(row))
	}
	return t, nil
}

// withoutDamaged are the rows that are as they were written.
func withoutDamaged(rows []store.Row) []store.Row {
	if !slices.ContainsFunc(rows, isDamaged) {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), isDamaged)
}

func isDamaged(row store.Row) bool { return row.Damaged }

// setAside takes a row out of the way that is whole and yet makes no sense.
func (a *App) setAside(table store.Table, row store.Row) {
	a.aside = append(a.aside, senseless(table, row))
}

func senseless(table store.Table, row store.Row) asideRow {
	row.Data = store.TextValue(row.Rev, row.Key, row.Data) // as it stands in the store
	return asideRow{table: table, row: row}
}

// asideAt finds a row that was set aside where it stands, -1 when it is whole.
func (a *App) asideAt(table store.Table, key string) int {
	return slices.IndexFunc(a.aside, func(x asideRow) bool { return !x.kept && x.table == table && x.row.Key == key })
}

// replaced forgets damaged rows that were written over.
func (a *App) replaced(ops []store.Op) {
	if len(a.aside) == 0 {
		return
	}
	for _, o := range ops {
		if at := a.asideAt(o.Table, o.Key); at >= 0 {
			a.aside = slices.Delete(a.aside, at, at+1)
		}
	}
}

// standIns puts something in the place of damaged profiles: their appeals would
// be in no register. What an archive keeps of the profile is taken.
func (a *App) standIns() {
	for _, x := range a.aside {
		if _, there := a.profile(x.row.Key); x.kept || x.table != store.Profiles || there {
			continue
		}
		p := appeal.Profile{ID: x.row.Key}
		latest := slices.MaxFunc(append(a.journal, archiveRow{}), func(x, y archiveRow) int {
			return cmp.Or(cmp.Compare(matches(x, p.ID), matches(y, p.ID)), x.Created.Compare(y.Created))
		})
		if latest.Profile.ID == p.ID {
			p = latest.Profile
		}
		p.Rev = x.row.Rev // who saves it writes over the damaged one
		a.profiles = append(a.profiles, p)
	}
}

func matches(row archiveRow, profileID string) int {
	if row.Profile.ID == profileID {
		return 1
	}
	return 0
}
