package faults

import (
	"encoding/json"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/store"
)

// register is the part of the stored data that the harness checks: values by element. An
// appeal has the elements NUMBER, NUMBER/name, NUMBER/address, NUMBER/answer and
// NUMBER/file, an archive has archive/ID. Missing data have no element.
type register map[string]string

// Values of the elements NUMBER/file and archive/ID.
const (
	whole = "whole"
	torn  = "torn" // its bytes are missing or wrong
)

// dump is the content of the store, read without the program.
type dump struct {
	Texts  map[string][]string          `json:"texts"`  // values of the text tables
	Sums   map[string]map[string]string `json:"sums"`   // SHA-256 of the rows of the binary tables, by key
	Opened int                          `json:"opened"` // number of appeals that the program shows
}

// stored is a parsed dump.
type stored struct {
	register   register
	ids        map[string]string // of appeals, by number
	actions    map[string]int    // number of steps of each undoable action, by id
	logs       map[string]bool   // logs of imports and merges: true if they have entries
	unreadable []string          // rows that could not be parsed
}

// read parses a dump.
func (d *dump) read() *stored {
	s := &stored{register: register{}, ids: map[string]string{}, actions: map[string]int{}, logs: map[string]bool{}}
	rows(d, s, store.Appeals, func(_ string, ap appeal.Appeal) { s.appeal(ap, d.Sums[string(store.Files)]) })
	rows(d, s, store.Actions, func(_ string, x ledger.Action) { s.actions[x.ID] = len(x.Steps) })
	rows(d, s, store.Archives, func(_ string, x journal.Archive) { s.archive(x, d.Sums[string(store.Parts)]) })
	rows(d, s, store.Profiles, func(string, appeal.Profile) {})
	rows(d, s, store.Settings, func(string, json.RawMessage) {})
	entries := map[string]bool{}
	rows(d, s, store.Logs, func(key string, _ json.RawMessage) {
		id, isEntries := strings.CutSuffix(key, "/entries")
		if isEntries {
			entries[id] = true
		} else {
			s.logs[key] = false
		}
	})
	for id := range s.logs {
		s.logs[id] = entries[id]
	}
	if d.Opened != len(d.Texts[string(store.Appeals)]) {
		s.unreadable = append(s.unreadable,
			fmt.Sprintf("the program shows %d appeals of %d", d.Opened, len(d.Texts[string(store.Appeals)])))
	}
	return s
}

// rows parses the rows of a table.
func rows[T any](d *dump, s *stored, table store.Table, take func(key string, v T)) {
	for _, value := range d.Texts[string(table)] {
		row, err := store.ReadText([]byte(value))
		var v T
		if err == nil {
			err = json.Unmarshal(row.Data, &v)
		}
		if err != nil {
			s.unreadable = append(s.unreadable, fmt.Sprintf("%s: %v: %.60q", table, err, value))
			continue
		}
		take(row.Key, v)
	}
}

func (s *stored) appeal(ap appeal.Appeal, files map[string]string) {
	n := ap.Number
	if s.register[n] != "" {
		s.register[n] = "twice"
		return
	}
	s.ids[n] = ap.ID
	s.register[n], s.register[n+"/name"], s.register[n+"/address"] = "there", ap.Name, ap.Address
	for _, q := range ap.Questions[:min(1, len(ap.Questions))] {
		s.register[n+"/answer"] = string(q.ResponseDate)
		if q.Attachment == nil {
			continue
		}
		s.register[n+"/file"] = torn
		if files[q.Attachment.FileID] == q.Attachment.SHA256 {
			s.register[n+"/file"] = whole
		}
	}
}

func (s *stored) archive(x journal.Archive, parts map[string]string) {
	state := whole
	for n, part := range x.Parts {
		if parts[fmt.Sprintf("%s/%d", x.ID, n)] != part.SHA256 {
			state = torn
		}
	}
	s.register["archive/"+x.ID] = state
}
