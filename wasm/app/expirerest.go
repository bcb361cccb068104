package app

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/query"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// touches reports whether an action has data of a deleted record.
func (x *expiry) touches(action *ledger.Action) bool {
	return slices.ContainsFunc(action.Steps, func(s ledger.ActionStep) bool { return x.gone[s.ID] != nil })
}

// actions deletes the actions whose undo would restore a deleted record.
func (x *expiry) actions() {
	for i := range x.app.ledger.Actions {
		if action := &x.app.ledger.Actions[i]; x.touches(action) {
			x.ops = append(x.ops, store.Op{Table: store.Actions, Key: action.ID, Rev: store.AnyRev})
			x.res.Actions++
		}
	}
}

// archives deletes the bytes of archives that contain a deleted record. The entries of other records
// stay in the journal as evidence of what was sent.
func (x *expiry) archives(context.Context) error {
	for i := range x.app.journal.Rows {
		row := x.app.journal.Rows[i]
		if !slices.ContainsFunc(row.Entries, x.entryGoes) {
			continue
		}
		for n := range row.Parts {
			x.ops = append(x.ops, store.Op{Table: store.Parts, Key: journal.PartKey(row.ID, n), Rev: store.AnyRev})
		}
		row.Cleared = office.FormatTime(x.app.office.Now().UTC())
		row.Entries = slices.DeleteFunc(slices.Clone(row.Entries), x.entryGoes)
		row.Count = len(row.Entries)
		row.LeftOut, row.FilesOut, row.Filter = []journal.LeftOut{}, []journal.FileOut{}, nil
		o, err := ledger.Op(store.Archives, row.ID, row.Rev, row)
		if err != nil {
			return err
		}
		x.ops = append(x.ops, o)
		x.res.Archives++
	}
	return nil
}

func (x *expiry) entryGoes(e journal.Entry) bool { return x.gone[e.ID] != nil }

// logs deletes entries about deleted records from the logs of merges and imports, by id and by number,
// because a log also names records that were not taken. Logs older than the day lose all entries.
func (x *expiry) logs(ctx context.Context) error {
	s := x.app.ledger.Store
	keys, err := s.Keys(ctx, store.Logs)
	if err != nil {
		return err
	}
	for _, key := range keys {
		id, isEntries := strings.CutSuffix(key, "/entries")
		if !isEntries {
			continue
		}
		head, err := x.app.ledger.ReadLog(ctx, id)
		if err != nil {
			return err
		}
		row, err := s.Get(ctx, store.Logs, key)
		if err != nil {
			return err
		}
		var entries []ledger.LogEntry
		if err := json.Unmarshal(row.Data, &entries); err != nil {
			return err
		}
		old := appeal.DateOf(head.At) < x.day
		left := slices.DeleteFunc(slices.Clone(entries), func(e ledger.LogEntry) bool {
			return old || x.gone[e.AppealID] != nil || x.numbers[query.NumberKey(e.Number)]
		})
		if len(left) == len(entries) {
			continue
		}
		head.Kept = slices.DeleteFunc(head.Kept, func(number string) bool {
			return old || x.numbers[query.NumberKey(number)]
		})
		rest, err := ledger.Op(store.Logs, key, row.Rev, left)
		if err != nil {
			return err
		}
		o, err := ledger.Op(store.Logs, id, store.AnyRev, head)
		if err != nil {
			return err
		}
		x.ops = append(x.ops, rest, o)
		x.res.Logs++
	}
	return nil
}

// holdings are the keys of rows in other tables that records use.
type holdings struct {
	files   map[string]bool
	sources map[source.Ref]bool
}

func newHoldings() holdings { return holdings{map[string]bool{}, map[source.Ref]bool{}} }

func (h holdings) add(ap *appeal.Appeal) {
	h.sources[source.RefOf(ap)] = true
	for _, q := range ap.Questions {
		if q.Attachment != nil {
			h.files[q.Attachment.FileID] = true
		}
	}
}

// holdings deletes the answer files and original entries that no other record uses.
func (x *expiry) holdings(ctx context.Context) error {
	held, goes := newHoldings(), newHoldings()
	for id, rec := range x.app.register.All() {
		if x.gone[id] != nil {
			goes.add(&rec.Appeal)
		} else {
			held.add(&rec.Appeal)
		}
	}
	for _, o := range x.app.openArchives {
		for _, e := range o.Entries {
			held.files[e.FileID] = true
		}
	}
	for i := range x.app.ledger.Actions {
		in := held
		if x.touches(&x.app.ledger.Actions[i]) {
			in = goes
		}
		for _, step := range x.app.ledger.Actions[i].Steps {
			if step.Before != nil {
				_ = ledger.VisitState(step.Before, in.add) // an unreadable state names no files
			}
		}
	}
	for key := range goes.files {
		if !held.files[key] {
			x.ops = append(x.ops, store.Op{Table: store.Files, Key: key, Rev: store.AnyRev})
			x.res.Files++
		}
	}
	rows := map[string]bool{}
	for at := range goes.sources {
		if !held.sources[at] {
			rows[at.Row] = true
		}
	}
	ops, err := x.app.sources.DropOps(ctx, slices.Sorted(maps.Keys(rows)), held.sources)
	x.ops = append(x.ops, ops...)
	return err
}
