package journal

import (
	"strings"
	"time"
)

// ArchiveState is how far an archive has come on its way to the portal. The program has no connection to the portal, so
// a clerk sets the state.
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
	{StateDone, "Завершён", "В АРМ ЕС ОГ нажата кнопка «Завершить работу с архивом», или загрузка закончена другим " +
		"способом.", false},
	{StateFailed, "Ошибка", "Портал архив не принял: обращения из него снова считаются невыгруженными.", true},
}

// StateInSentence returns the label of a state in lower case.
func StateInSentence(s ArchiveState) string {
	return strings.ToLower(StateLabel(s))
}

// StateChange is one change of the state of an archive.
type StateChange struct {
	State ArchiveState `json:"state"`
	At    time.Time    `json:"at"`  // UTC
	Who   string       `json:"who"` // Ф.И.О. of the profile's person
	Note  string       `json:"note"`
	Way   ArchiveWay   `json:"way,omitempty"` // "" = unknown
}

// ArchiveWay is one of the ways in which an archive comes to the portal. Each has steps of its own.
type ArchiveWay string

// Values of [ArchiveWay].
const (
	WayExchange ArchiveWay = "exchange" // АРМ ЕС ОГ
	WayPlatform ArchiveWay = "platform" // КП ССТУ
	WayOpen     ArchiveWay = "open"     // ССТУ.РФ in the open network
	WayHandOver ArchiveWay = "handOver" // another body loads it
)

// LastNote returns the note of the last state, "" = none.
func (row *Archive) LastNote() string {
	if len(row.States) == 0 {
		return ""
	}
	return row.States[len(row.States)-1].Note
}
