package app

import (
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// change is one record's step; before is nil for a new record, after for a
// deleted one.
type change struct {
	before, after *appeal.Appeal
	told          bool   // after brings the time of its entry and its history with it
	print         string // [appeal.Appeal.Fingerprint] of after where it is known; "" = to be made
}

// hooks are what those that stand on the records ask of every change of them.
type hooks struct {
	// apart reports whether a profile's records are no register's: those of an
	// open archive keep their profile, new ones of others get the active one.
	apart func(profileID string) bool
	// known reports whether there is a place for records of a profile.
	known func(profileID string) bool
	// sentSince reports whether an archive has held an appeal since its last change.
	sentSince func(*appeal.Appeal) bool
	// beside returns what is to be written with the new states, and what to do
	// when all is written.
	beside func([]*appeal.Appeal) ([]store.Op, func(), error)
	// added and removed see every record that comes and goes.
	added, removed func(*record)
}

// commit writes the changes in one batch, with what they entail: times,
// history, recipients to remember. It is the only way in which clerks' work
// reaches the appeals; extra rows go into the same batch.
func (a *App) commit(ctx context.Context, changes []change, extra ...store.Op) error {
	now, who := a.now().UTC(), a.who()
	var states []*appeal.Appeal
	for _, c := range changes {
		if c.after == nil {
			continue
		}
		if c.before == nil && !a.hooks.apart(c.after.ProfileID) {
			c.after.ProfileID = a.active
		}
		c.after.Modified = now
		if !c.told {
			if c.before == nil {
				c.after.Created = now
			}
			record := appeal.Record
			if c.before != nil && a.hooks.sentSince(c.before) {
				record = appeal.RecordApart
			}
			c.after.History = record(c.after.History, c.before, c.after, who, now)
		}
		states = append(states, c.after)
	}
	ops, done, err := a.hooks.beside(states)
	if err != nil {
		return err
	}
	if err := a.write(ctx, changes, append(extra, ops...)); err != nil {
		return err
	}
	done()
	return nil
}

// write stores the states as they are and keeps the records in memory equal.
func (a *App) write(ctx context.Context, changes []change, extra []store.Op) error {
	var ops []store.Op
	for _, c := range changes {
		o, err := c.op()
		if err != nil {
			return err
		}
		ops = append(ops, o)
	}
	revs, err := a.writeLong(ctx, "Записываем", append(ops, extra...))
	if err != nil {
		return err
	}
	a.replaced(ops)
	for i, c := range changes {
		if c.after == nil {
			a.drop(c.before.ID)
			continue
		}
		c.after.Rev = revs[i]
		a.keep(&record{appeal: *c.after, print: c.print})
	}
	return nil
}

func (c change) id() string {
	if c.after != nil {
		return c.after.ID
	}
	return c.before.ID
}

func (c change) op() (store.Op, error) {
	if c.after == nil {
		return store.Op{Table: store.Appeals, Key: c.before.ID, Rev: c.before.Rev}, nil
	}
	data, err := appeal.Marshal(c.after)
	if err != nil {
		return store.Op{}, fmt.Errorf("encode appeal %s: %w", c.after.ID, err)
	}
	return store.Op{Table: store.Appeals, Key: c.after.ID, Rev: c.after.Rev, Data: data}, nil
}

// keep puts a record into the register in memory; with drop it is the only
// place where records come and go.
func (a *App) keep(rec *record) {
	a.drop(rec.appeal.ID)
	a.changes++
	a.records[rec.appeal.ID] = rec
	a.hooks.added(rec)
}

func (a *App) drop(id string) {
	rec, there := a.records[id]
	if !there {
		return
	}
	a.changes++
	delete(a.records, id)
	a.hooks.removed(rec)
}

// who is the name that history and actions keep.
func (a *App) who() string {
	p, _ := a.profile(a.active)
	return p.PersonName
}
