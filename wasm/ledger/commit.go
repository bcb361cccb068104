package ledger

import (
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// Change is a change of one record. Before is nil for a new record, After is nil for a deletion.
type Change struct {
	Before, After *appeal.Appeal
	KeepHistory   bool   // After already has Created and History: do not set or extend them
	ContentHash   string // [appeal.Appeal.ContentHash] of After, "" = unknown
}

// Hooks are how packages above the ledger react to changes of records. Package app sets all of them.
type Hooks struct {
	// InOpenedArchive reports whether a profile id belongs to an opened archive. Its records are not part of the
	// register and keep that id. Other new records get the id of the active profile.
	InOpenedArchive func(profileID string) bool
	// ProfileExists reports whether a profile, or an opened archive, has the id.
	ProfileExists func(profileID string) bool
	// SentSince reports whether an archive was made with the appeal after its last change.
	SentSince func(*appeal.Appeal) bool
	// BeforeCommit returns rows to write in the same batch as the new states, and a function to call after the write.
	BeforeCommit func([]*appeal.Appeal) ([]store.Op, func(), error)
	// Added and Removed are called after a record was put into memory or taken out of it.
	Added, Removed func(*Record)
}

// Commit writes the changes and extra rows in one batch. It sets times and history, and adds the rows of the hook
// BeforeCommit. Clerks change appeals only through Commit and [Ledger.Undo].
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

// write stores the states without further changes and updates the records in memory.
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

// Keep puts a record into memory and replaces the one with the same id. Only Keep and [Ledger.Drop] change Records.
func (l *Ledger) Keep(rec *Record) {
	l.Drop(rec.Appeal.ID)
	l.changes++
	l.Records[rec.Appeal.ID] = rec
	l.Hooks.Added(rec)
}

// Drop takes a record out of memory. It does nothing if there is no record with the id.
func (l *Ledger) Drop(id string) {
	rec, there := l.Records[id]
	if !there {
		return
	}
	l.changes++
	delete(l.Records, id)
	l.Hooks.Removed(rec)
}
