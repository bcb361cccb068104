package app

import (
	"time"

	"rroform/wasm/store"
)

// logEntry is what an import leaves behind in [store.Logs]: every row of the
// file is in the register or here.
type logEntry struct {
	ID     string         `json:"id"`
	At     time.Time      `json:"at"`
	Who    string         `json:"who"`
	Kind   string         `json:"kind"` // "import"
	File   string         `json:"file"`
	Counts map[string]int `json:"counts"`
	Rows   []logRow       `json:"rows"` // what did not come into the register
}

// logRow is one row of the file and why it stayed out.
type logRow struct {
	Place  string `json:"place"` // «строка 12»
	Number string `json:"number"`
	State  string `json:"state"` // a [TableState]
	Text   string `json:"text"`
}

// log makes the write of an entry.
func (a *App) log(e logEntry) (store.Op, error) {
	e.ID, e.At, e.Who = newID(), a.options.Now().UTC(), a.who()
	return op(store.Logs, e.ID, 0, e)
}
