package ledger

import (
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// Change is one record's step; before is nil for a new record, after for a
// deleted one.
type Change struct {
	Before, After *appeal.Appeal
	KeepHistory   bool   // after brings the time of its entry and its history with it
	ContentHash   string // [appeal.Appeal.ContentHash] of after where it is known; "" = to be made
}

// Hooks are what those that stand on the records ask of every change of them.
type Hooks struct {
	// apart reports whether a profile's records are no register's: those of an
	// open archive keep their profile, new ones of others get the active one.
	InOpenedArchive func(profileID string) bool
	// known reports whether there is a place for records of a profile.
	ProfileExists func(profileID string) bool
	// sentSince reports whether an archive has held an appeal since its last change.
	SentSince func(*appeal.Appeal) bool
	// beside returns what is to be written with the new states, and what to do
	// when all is written.
	BeforeCommit func([]*appeal.Appeal) ([]store.Op, func(), error)
	// added and removed see every record that comes and goes.
	Added, Removed func(*Record)
}

// Commit writes the changes in one batch, with what they entail: times,
// history, recipients to remember. It is the only way in which clerks' work
// reaches the appeals; extra rows go into the same batch.
func (l *Ledger) Commit(ctx context.Context, changes []Change, extra ...store.Op) error {
	now, who := l.office.Now().UTC(), l.office.Author()
	var states []*appeal.Appeal
	for _, c := range changes {
		if c.After == nil {
			continue
		}
		if c.Before == nil && !l.Hooks.InOpenedArchive(c.After.ProfileID) {
			c.After.ProfileID = l.office.Active
		}
		c.After.Modified = now
		if !c.KeepHistory {
			if c.Before == nil {
				c.After.Created = now
			}
			record := appeal.Record
			if c.Before != nil && l.Hooks.SentSince(c.Before) {
				record = appeal.RecordApart
			}
			c.After.History = record(c.After.History, c.Before, c.After, who, now)
		}
		states = append(states, c.After)
	}
	ops, done, err := l.Hooks.BeforeCommit(states)
	if err != nil {
		return err
	}
	if err := l.write(ctx, changes, append(extra, ops...)); err != nil {
		return err
	}
	done()
	return nil
}

// write stores the states as they are and keeps the records in memory equal.
func (l *Ledger) write(ctx context.Context, changes []Change, extra []store.Op) error {
	var ops []store.Op
	for _, c := range changes {
		o, err := c.op()
		if err != nil {
			return err
		}
		ops = append(ops, o)
	}
	revs, err := l.WriteLong(ctx, "Записываем", append(ops, extra...))
	if err != nil {
		return err
	}
	l.replaced(ops)
	for i, c := range changes {
		if c.After == nil {
			l.Drop(c.Before.ID)
			continue
		}
		c.After.Rev = revs[i]
		l.Keep(&Record{Appeal: *c.After, contentHash: c.ContentHash})
	}
	return nil
}

func (c Change) id() string {
	if c.After != nil {
		return c.After.ID
	}
	return c.Before.ID
}

func (c Change) op() (store.Op, error) {
	if c.After == nil {
		return store.Op{Table: store.Appeals, Key: c.Before.ID, Rev: c.Before.Rev}, nil
	}
	data, err := appeal.Marshal(c.After)
	if err != nil {
		return store.Op{}, fmt.Errorf("encode appeal %s: %w", c.After.ID, err)
	}
	return store.Op{Table: store.Appeals, Key: c.After.ID, Rev: c.After.Rev, Data: data}, nil
}

// Keep puts a record into the register in memory; with drop it is the only
// place where records come and go.
func (l *Ledger) Keep(rec *Record) {
	l.Drop(rec.Appeal.ID)
	l.changes++
	l.Records[rec.Appeal.ID] = rec
	l.Hooks.Added(rec)
}

// Drop takes a record out of memory. An id without a record is no error.
func (l *Ledger) Drop(id string) {
	rec, there := l.Records[id]
	if !there {
		return
	}
	l.changes++
	delete(l.Records, id)
	l.Hooks.Removed(rec)
}
