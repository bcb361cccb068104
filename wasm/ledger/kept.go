package ledger

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// UndoState is the latest state of an appeal that is kept for undo.
func (l *Ledger) UndoState(id string) (json.RawMessage, Action) {
	for _, action := range slices.Backward(l.Actions) {
		for _, step := range action.Steps {
			if step.ID == id && step.Before != nil && json.Unmarshal(step.Before, new(appeal.Appeal)) == nil {
				return step.Before, action
			}
		}
	}
	return nil, Action{}
}

// keptMark begins a row of [store.Damaged]: table, key and what is left follow,
// by lines. Its own key tells nothing: the keys of some tables are words that
// were searched, and keys of binary tables are never hidden.
const keptMark = "rro damaged 1"

// DamagedRow is the row in which a damaged one is kept.
func DamagedRow(table store.Table, row store.Row) (key string, data []byte) {
	head := strings.Join([]string{keptMark, string(table), row.Key, ""}, "\n")
	return NewID(), append([]byte(head), row.Data...)
}

func asideOfBackup(row store.Row) Aside {
	x := Aside{Row: store.Row{Damaged: true}, Kept: true, At: row.Key}
	parts := bytes.SplitN(row.Data, []byte{'\n'}, 4)
	if len(parts) == 4 && string(parts[0]) == keptMark {
		x.Table, x.Row.Key, x.Row.Data = store.Table(parts[1]), string(parts[2]), parts[3]
		return x
	}
	table, key, _ := strings.Cut(row.Key, "/") // as programs before keptMark wrote it
	x.Table, x.Row.Key, x.Row.Data = store.Table(table), key, row.Data
	return x
}

// hideKept takes words out of the keys of rows that programs before [keptMark]
// have written. What cannot be written now is tried at the next start.
func (l *Ledger) hideKept(ctx context.Context) {
	for i := range l.Aside {
		x := &l.Aside[i]
		if !x.Kept || !strings.Contains(x.At, "/") {
			continue
		}
		key, data := DamagedRow(x.Table, x.Row)
		ops := []store.Op{{Table: store.Damaged, Key: x.At}, {Table: store.Damaged, Key: key, Data: data}}
		if _, err := l.Store.Write(ctx, ops); err == nil {
			x.At = key
		}
	}
}
