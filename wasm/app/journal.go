package app

import (
	"context"
	"slices"

	"rroform/wasm/journal"
)

// JournalReq asks for the journal of the active profile.
type JournalReq struct {
	Holding string `json:"holding"` // id of an appeal: only archives that hold it; "" = all
}

// JournalRes lists the archives, newest first.
type JournalRes struct {
	Archives []journal.Archive `json:"archives"`
}

// Journal returns what was formed for the active profile.
func (a *App) Journal(_ context.Context, req JournalReq) (JournalRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := JournalRes{[]journal.Archive{}}
	for _, row := range slices.Backward(a.journal.Rows) {
		if row.Profile.ID == a.office.Active && (req.Holding == "" || row.Holds(req.Holding)) {
			row.HandOver = row.HandOverDay()
			res.Archives = append(res.Archives, row.Archive)
		}
	}
	return res, nil
}

// EntrySince says what became of an appeal after an archive had held it.
type EntrySince string

// Values of [EntrySince].
const (
	SinceSame    EntrySince = ""        // it says what the archive says
	SinceChanged EntrySince = "changed" // it says something else
	SinceSent    EntrySince = "sent"    // a later archive held it
	SinceGone    EntrySince = "gone"    // it was deleted
)

// ArchiveEntry is an appeal in an archive.
type ArchiveEntry struct {
	journal.Entry
	Since EntrySince `json:"since"`
}

// ArchiveEntriesRes names the appeals in an archive, in the order of the list
// that it was formed from.
type ArchiveEntriesRes struct {
	Entries []ArchiveEntry `json:"entries"`
}

// ArchiveEntries returns what an archive holds, and what became of each appeal.
func (a *App) ArchiveEntries(_ context.Context, req ArchiveIDReq) (ArchiveEntriesRes, error) {
	row, err := a.archive(req.ID)
	if err != nil {
		return ArchiveEntriesRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	res := ArchiveEntriesRes{make([]ArchiveEntry, 0, len(row.Entries))}
	for _, e := range row.Entries {
		res.Entries = append(res.Entries, ArchiveEntry{e, a.since(&row, &e)})
	}
	return res, nil
}

func (a *App) since(row *journal.Row, e *journal.Entry) EntrySince {
	rec := a.register.Get(e.ID)
	if rec == nil {
		return SinceGone
	}
	last := a.register.SentLast(rec)
	switch {
	case last != nil && last.ID != row.ID && !last.At.Before(row.Created):
		return SinceSent
	case last != nil && last.ID == row.ID && last.Changed, (last == nil || last.ID != row.ID) &&
		e.Hash != a.register.EntryHash(rec):
		return SinceChanged
	}
	return SinceSame
}
