package app

import (
	"context"
	"slices"
	"strings"

	"rroform/wasm/explain"
	"rroform/wasm/journal"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// SetArchiveStateReq has the new state of an archive.
type SetArchiveStateReq struct {
	ID    string               `json:"id"`
	State journal.ArchiveState `json:"state"`
	Note  string               `json:"note"`
	Way   journal.ArchiveWay   `json:"way,omitempty"` // how it was handed over; "" = unknown
}

// ArchiveRes is a row of the journal.
type ArchiveRes struct {
	Archive journal.Archive `json:"archive"`
}

// SetArchiveState records a new state of an archive. It accepts any order, also backwards: a clerk may
// have erred, or the portal may have lost the archive. It accepts the same state again with a new
// note.
func (a *App) SetArchiveState(ctx context.Context, req SetArchiveStateReq) (ArchiveRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	note := strings.TrimSpace(req.Note)
	at := slices.IndexFunc(a.journal.Rows, func(row journal.Row) bool { return row.ID == req.ID })
	known := slices.IndexFunc(journal.ArchiveStates, func(s journal.ArchiveStateInfo) bool {
		return s.State == req.State
	})
	switch {
	case at < 0:
		return ArchiveRes{}, explain.Error(store.ErrNotFound)
	case known < 0:
		return ArchiveRes{}, rpc.Problem("state", "Такого состояния архива нет.", "Выберите состояние из списка.")
	case journal.ArchiveStates[known].NeedsNote && note == "":
		return ArchiveRes{}, rpc.Problem("note", "Не сказано, в чём ошибка.",
			"Впишите сообщение портала или то, что сказал загружавший: оно понадобится при исправлении.")
	case a.journal.Rows[at].State == req.State && a.journal.Rows[at].Way == req.Way &&
		(note == "" || note == a.journal.Rows[at].LastNote()):
		return ArchiveRes{a.journal.Rows[at].Archive}, nil
	}
	row := a.journal.Rows[at]
	if req.State == journal.StateFormed || req.State == journal.StateFailed {
		req.Way = "" // the way is unknown again
	}
	row.State, row.Way = req.State, req.Way
	row.States = append(slices.Clone(row.States),
		journal.StateChange{State: req.State, At: a.office.Now().UTC(), Who: a.office.Author(), Note: note,
			Way: req.Way})
	rev, err := a.ledger.Put(ctx, store.Archives, row.ID, row.Rev, row)
	if err != nil {
		return ArchiveRes{}, explain.Error(err)
	}
	row.Rev = rev
	a.journal.Rows[at] = row
	a.register.JournalChanged()
	return ArchiveRes{row.Archive}, nil
}
