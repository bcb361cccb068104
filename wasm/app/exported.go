package app

import (
	"slices"
	"time"

	"rroform/wasm/appeal"
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
	exportUncertain                 // another revision went out: its fingerprint must be compared
	exportNever
	exportSame
	exportChanged
)

var exportStates = map[exportNo]ExportState{exportNever: Never, exportSame: Same, exportChanged: Changed}

// SentTo names the last archive that held an appeal. Archives that ended with an
// error do not count: the portal does not have what was in them.
type SentTo struct {
	ID     string       `json:"id"`
	File   string       `json:"file"` // of its first part
	Period string       `json:"period"`
	At     time.Time    `json:"at"` // when it was formed
	State  ArchiveState `json:"state"`
}

func (row *Archive) sentTo() *SentTo {
	to := &SentTo{ID: row.ID, Period: row.Period, At: row.Created, State: row.State}
	if len(row.Parts) > 0 {
		to.File = row.Parts[0].Name
	}
	return to
}

// Sent is where an appeal was sent last, and whether it says something else by now.
type Sent struct {
	SentTo
	Changed bool `json:"changed"`
}

// sent is an appeal as the last archive held it.
type sent struct {
	*Entry
	to    *SentTo
	asNow bool // written for the same body and by the same format profile as it would be now
}

// sentLast is the one answer to the question where an appeal was sent last; nil = nowhere.
func (a *App) sentLast(rec *facts) *Sent {
	last, sent := a.index.exported[rec.appeal.ID]
	if !sent {
		return nil
	}
	return &Sent{*last.to, a.exportState(rec) == Changed}
}

// sentSince reports whether an archive has held an appeal since its last change.
func (a *App) sentSince(ap *appeal.Appeal) bool {
	last, sent := a.index.exported[ap.ID]
	return sent && len(ap.History) > 0 && !last.to.At.Before(ap.History[len(ap.History)-1].At)
}

// journalChanged reads anew what the archives hold: the last one counts that
// held an appeal. [App.load] and whatever writes to the journal call it.
func (a *App) journalChanged() {
	a.index.exported = map[string]sent{}
	for i := range a.journal { // oldest first
		a.readEntries(&a.journal[i])
	}
	a.readZeros()
	a.index.version++
	for _, l := range a.index.lists {
		for _, f := range slices.Concat(l.all, l.added) {
			f.export = exportUnread
			a.exportGlance(f)
		}
		l.forgetOrders()
	}
}

// journalGrew is [App.journalChanged] after an archive has come last.
func (a *App) journalGrew(row *archiveRow) {
	a.readEntries(row)
	a.readZeros()
	a.index.version++
	for i := range row.Entries {
		if rec, there := a.index.byID[row.Entries[i].ID]; there {
			rec.export = exportUnread
			a.exportGlance(rec)
		}
	}
	for _, l := range a.index.lists {
		l.forgetOrders()
	}
}

func (a *App) readEntries(row *archiveRow) {
	if row.State == StateFailed {
		return // the portal does not have what was in it
	}
	p, _ := a.profile(row.Profile.ID)
	asNow := row.Profile.DepartmentID == p.DepartmentID && row.Format == a.format.name() &&
		(row.Written == "" || row.Written == a.format.written())
	to := row.sentTo()
	for i := range row.Entries {
		e := &row.Entries[i]
		a.index.exported[e.ID] = sent{e, to, asNow} // of the same profile: an appeal never changes its own
	}
}

// verdictsChanged makes findings and states of export be worked out anew.
func (a *App) verdictsChanged() {
	for _, l := range a.index.lists {
		l.forgetFindings()
	}
	a.journalChanged()
}

// exportState says whether the appeal went out, and whether what went out is
// still what would go: by content, so that a change there and back is none.
func (a *App) exportState(rec *facts) ExportState {
	f := rec
	if a.exportGlance(f) == exportUncertain {
		a.index.version++
		f.export = exportChanged
		if a.index.exported[rec.appeal.ID].Hash == a.hash(rec) {
			f.export = exportSame
		}
	}
	return exportStates[f.export]
}

func (a *App) hasChanged(f *facts) bool {
	if a.exportGlance(f) == exportUncertain {
		a.exportState(f)
	}
	return f.export == exportChanged
}

// exportGlance is the state as far as it is known without the fingerprint,
// which costs as much as writing the entry. A revision alone proves nothing: a
// restore counts them from the beginning.
func (a *App) exportGlance(f *facts) exportNo {
	if f.export != exportUnread {
		return f.export
	}
	last, there := a.index.exported[f.appeal.ID]
	switch {
	case !there:
		f.export = exportNever
	case last.Rev == f.appeal.Rev && last.asNow && !f.appeal.Modified.After(last.to.At):
		f.export = exportSame
	default:
		f.export = exportUncertain
	}
	return f.export
}
