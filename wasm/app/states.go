package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// ArchiveState says how far an archive has come on its way into the portal.
// The program cannot know: a clerk says it.
type ArchiveState string

// Values of [ArchiveState].
const (
	StateFormed ArchiveState = "formed"
	StateHanded ArchiveState = "handed"
	StateLoaded ArchiveState = "loaded"
	StateDone   ArchiveState = "done"
	StateFailed ArchiveState = "failed"
)

// ArchiveStateInfo is one row of [ArchiveStates].
type ArchiveStateInfo struct {
	State     ArchiveState `json:"state"`
	Label     string       `json:"label"`
	Hint      string       `json:"hint"`
	NeedsNote bool         `json:"needsNote"`
}

// ArchiveStates is the table of states in their usual order (B-44, 001:123; G33).
var ArchiveStates = []ArchiveStateInfo{
	{StateFormed, "Сформирован", "Файл готов, но ещё никуда не передан.", false},
	{StateHanded, "Передан", "Файл передан тому, кто загружает его в раздел РРО.", false},
	{StateLoaded, "Загружен", "Архив загружен в раздел РРО, обращения там видны.", false},
	{StateDone, "Завершён", "В АРМ ЕС ОГ нажата кнопка «Завершить работу с архивом», или загрузка закончена другим способом.", false},
	{StateFailed, "Ошибка", "Портал архив не принял: обращения из него снова считаются невыгруженными.", true},
}

// stateWords is the label of a state inside a sentence.
func stateWords(s ArchiveState) string {
	return strings.ToLower(stateLabel(s))
}

// StateChange is one step of an archive's way.
type StateChange struct {
	State ArchiveState `json:"state"`
	At    time.Time    `json:"at"`  // UTC
	Who   string       `json:"who"` // Ф.И.О. of the profile's person
	Note  string       `json:"note"`
	Way   ArchiveWay   `json:"way,omitempty"` // on which way; "" = not said
}

// ArchiveWay is one of the ways by which an archive comes to the portal. Each
// has steps of its own: what was done on one says nothing of the others.
type ArchiveWay string

// Values of [ArchiveWay].
const (
	WayExchange ArchiveWay = "exchange" // АРМ ЕС ОГ
	WayPlatform ArchiveWay = "platform" // КП ССТУ
	WayOpen     ArchiveWay = "open"     // ССТУ.РФ in the open network
	WayHandOver ArchiveWay = "handOver" // another body loads it
)

// SetArchiveStateReq says how far an archive has come.
type SetArchiveStateReq struct {
	ID    string       `json:"id"`
	State ArchiveState `json:"state"`
	Note  string       `json:"note"`
	Way   ArchiveWay   `json:"way,omitempty"` // on which way it came there; "" = not said
}

// ArchiveRes is a row of the journal.
type ArchiveRes struct {
	Archive Archive `json:"archive"`
}

// SetArchiveState adds a step to the way of an archive. Any order is taken,
// also back: a clerk may have erred, or the portal may have lost it. The same
// state again is taken when it brings a new note.
func (a *App) SetArchiveState(ctx context.Context, req SetArchiveStateReq) (ArchiveRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	note := strings.TrimSpace(req.Note)
	at := slices.IndexFunc(a.journal, func(row archiveRow) bool { return row.ID == req.ID })
	known := slices.IndexFunc(ArchiveStates, func(s ArchiveStateInfo) bool { return s.State == req.State })
	switch {
	case at < 0:
		return ArchiveRes{}, explain.Error(store.ErrNotFound)
	case known < 0:
		return ArchiveRes{}, rpc.Problem("state", "Такого состояния архива нет.", "Выберите состояние из списка.")
	case ArchiveStates[known].NeedsNote && note == "":
		return ArchiveRes{}, rpc.Problem("note", "Не сказано, в чём ошибка.", "Впишите сообщение портала или то, что сказал загружавший: оно понадобится при исправлении.")
	case a.journal[at].State == req.State && a.journal[at].Way == req.Way && (note == "" || note == a.journal[at].lastNote()):
		return ArchiveRes{a.journal[at].Archive}, nil
	}
	row := a.journal[at]
	if req.State == StateFormed || req.State == StateFailed {
		req.Way = "" // it begins from the start
	}
	row.State, row.Way = req.State, req.Way
	row.States = append(slices.Clone(row.States), StateChange{req.State, a.now().UTC(), a.who(), note, req.Way})
	rev, err := a.put(ctx, store.Archives, row.ID, row.Rev, row)
	if err != nil {
		return ArchiveRes{}, explain.Error(err)
	}
	row.Rev = rev
	a.journal[at] = row
	a.journalChanged()
	return ArchiveRes{row.Archive}, nil
}

func (row *Archive) lastNote() string {
	if len(row.States) == 0 {
		return ""
	}
	return row.States[len(row.States)-1].Note
}
