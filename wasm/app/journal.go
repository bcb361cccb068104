package app

import (
	"context"
	"slices"

	"rroform/wasm/journal"
)

// JournalReq asks for the journal of the active profile.
type JournalReq struct {
	Holding string `json:"holding"` // id of an appeal: only archives with it; "" = all
}

// JournalRes lists archives, the newest first.
type JournalRes struct {
	Archives []journal.Archive `json:"archives"`
}

// Journal returns the archives of the active profile.
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

// EntrySince says what happened to an appeal after an archive was made.
type EntrySince string

// Values of [EntrySince].
const (
	SinceSame    EntrySince = ""        // unchanged
	SinceChanged EntrySince = "changed" // changed
	SinceSent    EntrySince = "sent"    // a later archive has it
	SinceGone    EntrySince = "gone"    // deleted
)

// ArchiveEntry is an appeal in an archive.
type ArchiveEntry struct {
	journal.Entry
	Since EntrySince `json:"since"`
}

// ArchiveEntriesRes lists the appeals of an archive, in the order of the plan it was made from.
type ArchiveEntriesRes struct {
	Entries []ArchiveEntry `json:"entries"`
}

// ArchiveEntries lists the appeals of an archive, and what happened to each since.
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
