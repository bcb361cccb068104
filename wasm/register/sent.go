package register

import (
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
)

// ExportState says what the archives hold of an appeal.
type ExportState string

// Values of [ExportState].
const (
	Never   ExportState = ""        // in no archive
	Same    ExportState = "same"    // the last archive that held it holds what would go out now
	Changed ExportState = "changed" // … holds something else
)

// exportNo is an [ExportState] in [facts].
type exportNo uint8

const (
	exportUnread    exportNo = iota // the journal was not looked at yet
	exportUncertain                 // another revision went out: its content hash must be compared
	exportNever
	exportSame
	exportChanged
)

var exportStates = map[exportNo]ExportState{exportNever: Never, exportSame: Same, exportChanged: Changed}

// Sent is where an appeal was sent last, and whether it says something else by now.
type Sent struct {
	journal.SentTo
	Changed bool `json:"changed"`
}

// lastSent is an appeal as the last archive held it.
type lastSent struct {
	*journal.Entry
	to    *journal.SentTo
	asNow bool // written for the same body and by the same format profile as it would be now
}

// SentLast is the one answer to the question where an appeal was sent last; nil = nowhere.
func (r *Register) SentLast(rec *Record) *Sent {
	last, sent := r.index.sent[rec.Appeal.ID]
	if !sent {
		return nil
	}
	return &Sent{*last.to, r.ExportState(rec) == Changed}
}

// WasSent reports whether an archive holds an appeal.
func (r *Register) WasSent(id string) bool {
	_, sent := r.index.sent[id]
	return sent
}

// SentSince reports whether an archive has held an appeal since its last change.
func (r *Register) SentSince(ap *appeal.Appeal) bool {
	last, sent := r.index.sent[ap.ID]
	return sent && len(ap.History) > 0 && !last.to.At.Before(ap.History[len(ap.History)-1].At)
}

// JournalChanged reads anew what the archives hold: the last one counts that
// held an appeal. [App.load] and whatever writes to the journal call it.
func (r *Register) JournalChanged() {
	r.index.sent = map[string]lastSent{}
	for i := range r.journal.Rows { // oldest first
		r.readEntries(&r.journal.Rows[i])
	}
	r.readZeros()
	r.index.version++
	for _, l := range r.index.lists {
		for _, f := range slices.Concat(l.all, l.added) {
			f.export = exportUnread
			r.quickExport(f)
		}
		l.forgetOrders()
	}
}

// JournalAppended is [App.journalChanged] after an archive has come last.
func (r *Register) JournalAppended(row *journal.Row) {
	r.readEntries(row)
	r.readZeros()
	r.index.version++
	for i := range row.Entries {
		if rec, there := r.index.byID[row.Entries[i].ID]; there {
			rec.export = exportUnread
			r.quickExport(rec)
		}
	}
	for _, l := range r.index.lists {
		l.forgetOrders()
	}
}

func (r *Register) readEntries(row *journal.Row) {
	if row.State == journal.StateFailed {
		return // the portal does not have what was in it
	}
	p, _ := r.office.Profile(row.Profile.ID)
	asNow := row.Profile.DepartmentID == p.DepartmentID && row.Format == r.office.Format.Name() &&
		(row.Written == "" || row.Written == r.office.Format.EntrySettings())
	to := row.SentTo()
	for i := range row.Entries {
		e := &row.Entries[i]
		r.index.sent[e.ID] = lastSent{e, to, asNow} // of the same profile: an appeal never changes its own
	}
}

// verdictsChanged makes findings and states of export be worked out anew.
func (r *Register) verdictsChanged() {
	for _, l := range r.index.lists {
		l.forgetFindings()
	}
	r.JournalChanged()
}

// ExportState says whether the appeal went out, and whether what went out is
// still what would go: by content, so that a change there and back is none.
func (r *Register) ExportState(rec *Record) ExportState {
	f := rec
	if r.quickExport(f) == exportUncertain {
		r.index.version++
		f.export = exportChanged
		if r.index.sent[rec.Appeal.ID].Hash == r.EntryHash(rec) {
			f.export = exportSame
		}
	}
	return exportStates[f.export]
}

func (r *Register) hasChanged(f *Record) bool {
	if r.quickExport(f) == exportUncertain {
		r.ExportState(f)
	}
	return f.export == exportChanged
}

// quickExport is the state as far as it is known without the entry hash,
// which costs as much as writing the entry. A revision alone proves nothing: a
// restore counts them from the beginning.
func (r *Register) quickExport(f *Record) exportNo {
	if f.export != exportUnread {
		return f.export
	}
	last, there := r.index.sent[f.Appeal.ID]
	switch {
	case !there:
		f.export = exportNever
	case last.Rev == f.Appeal.Rev && last.asNow && !f.Appeal.Modified.After(last.to.At):
		f.export = exportSame
	default:
		f.export = exportUncertain
	}
	return f.export
}

// NeverSent reports whether no archive holds an appeal. It is quicker than [Register.WasSent]:
// the answer is remembered in the record.
func (r *Register) NeverSent(rec *Record) bool { return r.quickExport(rec) == exportNever }
