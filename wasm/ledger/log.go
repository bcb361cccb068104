package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"rroform/wasm/office"
	"rroform/wasm/store"
)

// Log describes what a merge or an import did. Its entries are in a row of their own, see [EntriesKey], so that a list
// of logs need not read them.
type Log struct {
	ID        string      `json:"id"`
	At        time.Time   `json:"at"` // UTC
	Who       string      `json:"who"`
	ProfileID string      `json:"profileId"`
	Label     string      `json:"label"` // the label of the action
	Sources   []LogSource `json:"sources"`
	Counts    []LogCount  `json:"counts"` // of entries by decision, in the order of their first occurrence
	Undone    string      `json:"undone"` // time in RFC 3339, "" = not undone
	UndoneBy  string      `json:"undoneBy"`
	Kept      []string    `json:"kept"` // numbers of appeals that the undo did not change
}

// LogSource is a file that was read or refused.
type LogSource struct {
	Name    string `json:"name"`
	About   string `json:"about"` // kind, author and date of the file
	Records int    `json:"records"`
	Refused string `json:"refused"` // reason, "" = it was read
}

// LogCount counts the entries with one decision.
type LogCount struct {
	Decision string `json:"decision"`
	Count    int    `json:"count"`
}

// LogEntry describes what was done with one record of one source. Lost has all its values that are not in the register.
type LogEntry struct {
	Source   string     `json:"source"` // file name
	Place    string     `json:"place"`  // in the file: name of an entry or number of a row, «строка 12»
	Number   string     `json:"number"`
	Name     string     `json:"name"`
	AppealID string     `json:"appealId"` // id in the register, "" = not taken in
	Kind     string     `json:"kind"`     // result of the comparison: «новое» (new), «расходится» (conflict)
	Decision string     `json:"decision"` // «добавлено» (added), «оставлено здешнее» (register unchanged)
	Lost     []LogValue `json:"lost"`
}

// LogValue is a value that another one replaced.
type LogValue struct {
	Field string `json:"field"` // label of the field, with its question
	Lost  string `json:"lost"`
	Kept  string `json:"kept"`
}

// EntriesKey is the key in [store.Logs] of the entries of a log.
func EntriesKey(id string) string { return id + "/entries" }

// NewLog returns an empty log of the active profile.
func (l *Ledger) NewLog(label string) Log {
	return Log{ID: NewArchiveID(), At: l.office.Now().UTC(), Who: l.office.Author(), ProfileID: l.office.Active,
		Label: label}
}

// Ops returns the writes of a log. Pass them to [Ledger.Act] as extra rows: then they are written in the same batch as
// the changes that they describe, and an undo marks the log.
func (l Log) Ops(entries []LogEntry) ([]store.Op, error) {
	for _, e := range entries {
		at := slices.IndexFunc(l.Counts, func(c LogCount) bool { return c.Decision == e.Decision })
		if at < 0 {
			at = len(l.Counts)
			l.Counts = append(l.Counts, LogCount{Decision: e.Decision})
		}
		l.Counts[at].Count++
	}
	head, err := Op(store.Logs, l.ID, store.AnyRev, l)
	if err != nil {
		return nil, err
	}
	rows, err := Op(store.Logs, EntriesKey(l.ID), store.AnyRev, entries)
	return []store.Op{head, rows}, err
}

// logOf returns the id of the log among the writes of an action, "" = none.
func logOf(ops []store.Op) string {
	for _, o := range ops {
		if o.Table == store.Logs && !strings.Contains(o.Key, "/") {
			return o.Key
		}
	}
	return ""
}

// undoneLog returns the write that marks a log as undone. kept has the numbers of appeals that the undo did not change.
func (l *Ledger) undoneLog(ctx context.Context, id string, kept []string) ([]store.Op, error) {
	if id == "" {
		return nil, nil
	}
	log, err := l.ReadLog(ctx, id)
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	log.Undone, log.UndoneBy, log.Kept = office.FormatTime(l.office.Now().UTC()), l.office.Author(), kept
	o, err := Op(store.Logs, id, store.AnyRev, log)
	return []store.Op{o}, err
}

// ReadLog reads a log without its entries.
func (l *Ledger) ReadLog(ctx context.Context, id string) (Log, error) {
	var log Log
	row, err := l.Store.Get(ctx, store.Logs, id)
	if err != nil {
		return log, err
	}
	return log, json.Unmarshal(row.Data, &log)
}
