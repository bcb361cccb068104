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

// Log says what one merge or import did. What it did with every single record
// stands apart, see [LogEntry]: a list of logs need not read it.
type Log struct {
	ID        string      `json:"id"`
	At        time.Time   `json:"at"` // UTC
	Who       string      `json:"who"`
	ProfileID string      `json:"profileId"`
	Label     string      `json:"label"` // as the action is called, for people
	Sources   []LogSource `json:"sources"`
	Counts    []LogCount  `json:"counts"` // of entries by what was done, in their order of appearance
	Undone    string      `json:"undone"` // when, "" = it stands
	UndoneBy  string      `json:"undoneBy"`
	Kept      []string    `json:"kept"` // numbers that the undo left alone
}

// LogSource is a file that was read, or refused.
type LogSource struct {
	Name    string `json:"name"`
	About   string `json:"about"` // what kind of file, of whom, of when
	Records int    `json:"records"`
	Refused string `json:"refused"` // why nothing was taken from it, "" = it was read
}

// LogCount counts the entries with one decision.
type LogCount struct {
	Decision string `json:"decision"`
	Count    int    `json:"count"`
}

// LogEntry is one record of one source: what became of it. Whatever it said
// that is not in the register stands in Lost.
type LogEntry struct {
	Source   string     `json:"source"` // file name
	Place    string     `json:"place"`  // in it: name of the entry, «строка 12»
	Number   string     `json:"number"`
	Name     string     `json:"name"`
	AppealID string     `json:"appealId"` // in the register; "" = it is not there
	Kind     string     `json:"kind"`     // how it stood to the register: «новое», «расходится»
	Decision string     `json:"decision"` // what was done: «добавлено», «оставлено здешнее»
	Lost     []LogValue `json:"lost"`
}

// LogValue is a value that gave way to another.
type LogValue struct {
	Field string `json:"field"` // label, with its question
	Lost  string `json:"lost"`
	Kept  string `json:"kept"`
}

// EntriesKey is the key of a log's entries.
func EntriesKey(id string) string { return id + "/entries" }

// NewLog begins the log of what is being done now.
func (l *Ledger) NewLog(label string) Log {
	return Log{ID: NewArchiveID(), At: l.office.Now().UTC(), Who: l.office.Author(), ProfileID: l.office.Active,
		Label: label}
}

// Ops returns the writes of a log: hand them to [App.takeIn] (or
// [App.act]) with what they tell of, so that all or nothing is written, and
// an undo marks the log.
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

// logOf finds the log among the writes of an action, "" when there is none.
func logOf(ops []store.Op) string {
	for _, o := range ops {
		if o.Table == store.Logs && !strings.Contains(o.Key, "/") {
			return o.Key
		}
	}
	return ""
}

// undoneLog returns the write that marks a log as undone. kept are the numbers
// that the undo left alone.
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

// ReadLog reads the head of a log.
func (l *Ledger) ReadLog(ctx context.Context, id string) (Log, error) {
	var log Log
	row, err := l.Store.Get(ctx, store.Logs, id)
	if err != nil {
		return log, err
	}
	return log, json.Unmarshal(row.Data, &log)
}
