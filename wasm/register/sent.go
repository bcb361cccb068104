package register

import (
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
)

// ExportState compares an appeal with the last archive that held it.
type ExportState string

// Values of [ExportState].
const (
	Never   ExportState = ""        // in no archive
	Same    ExportState = "same"    // the last archive that held it has the entry that would go out now
	Changed ExportState = "changed" // … has another entry
)

// exportNo is what a [Record] knows of its [ExportState].
type exportNo uint8

const (
	exportUnknown   exportNo = iota // not derived yet
	exportUncertain                 // another revision went out: entry hashes must be compared
	exportNever
	exportSame
	exportChanged
)

var exportStates = map[exportNo]ExportState{exportNever: Never, exportSame: Same, exportChanged: Changed}

// Sent is the last archive that held an appeal, and whether the appeal has changed since then.
type Sent struct {
	journal.SentTo
	Changed bool `json:"changed"`
}

// lastSent is the entry of an appeal in the last archive that held it.
type lastSent struct {
	*journal.Entry
	to         *journal.SentTo
	sameFormat bool // written for the same body and with the same format profile as it would be now
}

// SentLast returns the last archive that held an appeal; nil = none. All answers to that question come from
// index.sent. Archives that the portal refused do not count.
func (r *Register) SentLast(rec *Record) *Sent {
	last, sent := r.index.sent[rec.Appeal.ID]
	if !sent {
		return nil
	}
	return &Sent{*last.to, r.ExportState(rec) == Changed}
}

// WasSent reports whether an archive holds the appeal with an id; it may be deleted by now.
func (r *Register) WasSent(id string) bool {
	_, sent := r.index.sent[id]
	return sent
}

// SentSince reports whether an archive was made with the appeal after its last change.
func (r *Register) SentSince(ap *appeal.Appeal) bool {
	last, sent := r.index.sent[ap.ID]
	return sent && len(ap.History) > 0 && !last.to.At.Before(ap.History[len(ap.History)-1].At)
}

// JournalChanged reads from the journal again which archive held each appeal last. Call it after the journal was
// loaded or changed.
func (r *Register) JournalChanged() {
	r.index.sent = map[string]lastSent{}
	for i := range r.journal.Rows { // oldest first
		r.readEntries(&r.journal.Rows[i])
	}
	r.readZeros()
	r.index.version++
	for _, l := range r.index.profiles {
		for _, rec := range slices.Concat(l.all, l.added) {
			rec.export = exportUnknown
			r.quickExport(rec)
		}
		l.dropVolatileOrders()
	}
}

// JournalAppended does the same as [Register.JournalChanged] after row was appended to the journal, but visits only
// the appeals of that archive.
func (r *Register) JournalAppended(row *journal.Row) {
	r.readEntries(row)
	r.readZeros()
	r.index.version++
	for i := range row.Entries {
		if rec, there := r.index.byID[row.Entries[i].ID]; there {
			rec.export = exportUnknown
			r.quickExport(rec)
		}
	}
	for _, l := range r.index.profiles {
		l.dropVolatileOrders()
	}
}

func (r *Register) readEntries(row *journal.Row) {
	if row.State == journal.StateFailed {
		return // the portal has refused it
	}
	p, _ := r.office.Profile(row.Profile.ID)
	sameFormat := row.Profile.DepartmentID == p.DepartmentID && row.Format == r.office.Format.Name() &&
		(row.Written == "" || row.Written == r.office.Format.EntrySettings())
	to := row.SentTo()
	for i := range row.Entries {
		e := &row.Entries[i]
		r.index.sent[e.ID] = lastSent{e, to, sameFormat} // an appeal never moves to another profile
	}
}

// verdictsChanged drops findings and states of export.
func (r *Register) verdictsChanged() {
	for _, l := range r.index.profiles {
		l.dropFindings()
	}
	r.JournalChanged()
}

// ExportState compares entry hashes where the revision does not decide, so that a change that was reverted does not
// count.
func (r *Register) ExportState(rec *Record) ExportState {
	if r.quickExport(rec) == exportUncertain {
		r.index.version++
		rec.export = exportChanged
		if r.index.sent[rec.Appeal.ID].Hash == r.EntryHash(rec) {
			rec.export = exportSame
		}
	}
	return exportStates[rec.export]
}

func (r *Register) hasChanged(rec *Record) bool {
	if r.quickExport(rec) == exportUncertain {
		r.ExportState(rec)
	}
	return rec.export == exportChanged
}

// quickExport returns the state as far as it is known without the entry hash, which costs as much as writing the
// entry. An equal revision alone proves nothing, because revisions start again after a restore from a backup.
func (r *Register) quickExport(rec *Record) exportNo {
	if rec.export != exportUnknown {
		return rec.export
	}
	last, there := r.index.sent[rec.Appeal.ID]
	switch {
	case !there:
		rec.export = exportNever
	case last.Rev == rec.Appeal.Rev && last.sameFormat && !rec.Appeal.Modified.After(last.to.At):
		rec.export = exportSame
	default:
		rec.export = exportUncertain
	}
	return rec.export
}

// NeverSent reports whether no archive holds an appeal. It is quicker than [Register.WasSent]:
// the answer is remembered in the record.
func (r *Register) NeverSent(rec *Record) bool { return r.quickExport(rec) == exportNever }
