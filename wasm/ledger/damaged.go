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

// UndoState returns the latest state of an appeal that an undo could restore, and the action that has it; nil = none.
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

// damagedMark is the first line of a row in [store.Damaged]. Lines with table and key follow, then the data that are
// left. The key of the row itself is random: the key in the original table may be words of a search, and a sealed
// register does not encrypt the keys of this table.
const damagedMark = "rro damaged 1"

// DamagedRow returns the row of [store.Damaged] for a damaged row of a backup.
func DamagedRow(table store.Table, row store.Row) (key string, data []byte) {
	head := strings.Join([]string{damagedMark, string(table), row.Key, ""}, "\n")
	return NewID(), append([]byte(head), row.Data...)
}

func asideOfBackup(row store.Row) Aside {
	x := Aside{Row: store.Row{Damaged: true}, FromBackup: true, BackupKey: row.Key}
	parts := bytes.SplitN(row.Data, []byte{'\n'}, 4)
	if len(parts) == 4 && string(parts[0]) == damagedMark {
		x.Table, x.Row.Key, x.Row.Data = store.Table(parts[1]), string(parts[2]), parts[3]
		return x
	}
	table, key, _ := strings.Cut(row.Key, "/") // written by a program before damagedMark
	x.Table, x.Row.Key, x.Row.Data = store.Table(table), key, row.Data
	return x
}

// hideKeys replaces the keys of rows that programs before [damagedMark] have written, because they may contain words.
// If a write fails, the next start tries again.
func (l *Ledger) hideKeys(ctx context.Context) {
	for i := range l.Aside {
		x := &l.Aside[i]
		if !x.FromBackup || !strings.Contains(x.BackupKey, "/") {
			continue
		}
		key, data := DamagedRow(x.Table, x.Row)
		ops := []store.Op{{Table: store.Damaged, Key: x.BackupKey}, {Table: store.Damaged, Key: key, Data: data}}
		if _, err := l.Store.Write(ctx, ops); err == nil {
			x.BackupKey = key
		}
	}
}
