package app

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// DamagedReq asks for the rows that were set aside.
type DamagedReq struct{}

// DamagedRes lists them.
type DamagedRes struct {
	Rows []DamagedRow `json:"rows"`
}

// DamagedRow is a row that is not as it was written, and what can be done.
type DamagedRow struct {
	Table    string `json:"table"`
	Key      string `json:"key"`
	Kept     bool   `json:"kept"`     // it came with a backup that was restored
	What     string `json:"what"`     // of which kind it is, for people: «обращения»
	Number   string `json:"number"`   // of an appeal, as far as it can be read
	Name     string `json:"name"`     // of the applicant, likewise
	Readable bool   `json:"readable"` // it makes sense, but may have been changed by the damage
	Earlier  string `json:"earlier"`  // time of an earlier state of the appeal that is kept for undo, "" = none
	Failing  bool   `json:"failing"`  // it is whole, and the program fails on it
	Bytes    int    `json:"bytes"`    // that are left
}

// Damaged lists what was set aside.
func (a *App) Damaged(context.Context, DamagedReq) (DamagedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.damagedRes(), nil
}

func (a *App) damagedRes() DamagedRes {
	res := DamagedRes{[]DamagedRow{}}
	for _, x := range a.aside {
		row := DamagedRow{Table: string(x.table), Key: x.row.Key, Kept: x.kept, What: tableWords[x.table], Bytes: len(x.row.Data)}
		row.Readable, row.Failing = !x.failing && x.readable() != nil, x.failing
		if x.table == store.Appeals {
			row.Number, row.Name = glimpse(x.row.Data, "number"), glimpse(x.row.Data, "name")
			if before, action := a.keptState(x.row.Key); before != nil {
				row.Earlier = stamp(action.At)
			}
		}
		res.Rows = append(res.Rows, row)
	}
	return res
}

// readable is the row's JSON if the program can make sense of it, else nil.
func (x *asideRow) readable() []byte {
	_, rest, _ := bytes.Cut(x.row.Data, []byte{'\t'})
	_, data, _ := bytes.Cut(rest, []byte{'\t'})
	if len(data) == 0 || checkRow(x.table, x.row.Key, data) != nil {
		return nil
	}
	return data
}

// glimpse is the first value of a text field, read without understanding the
// JSON around it.
func glimpse(data []byte, field string) string {
	_, rest, found := bytes.Cut(data, []byte(`"`+field+`":"`))
	if !found {
		return ""
	}
	text, _, _ := bytes.Cut(rest[:min(len(rest), 200)], []byte{'"'})
	return strings.ToValidUTF8(string(text), "�")
}

// keptState is the latest state of an appeal that is kept for undo.
func (a *App) keptState(id string) (json.RawMessage, Action) {
	for _, action := range slices.Backward(a.actions) {
		for _, step := range action.Steps {
			if step.ID == id && step.Before != nil && json.Unmarshal(step.Before, new(appeal.Appeal)) == nil {
				return step.Before, action
			}
		}
	}
	return nil, Action{}
}

// MendWay is what is to be done about a damaged row.
type MendWay string

// Values of [MendWay].
const (
	MendAsRead  MendWay = "asRead"  // take it as it can be read
	MendEarlier MendWay = "earlier" // put the earlier state back
	MendRemove  MendWay = "remove"  // take it away for good
)

// DamagedID names a damaged row.
type DamagedID struct {
	Table string `json:"table"`
	Key   string `json:"key"`
	Kept  bool   `json:"kept"`
}

// MendReq decides about one.
type MendReq struct {
	Row DamagedID `json:"row"`
	Way MendWay   `json:"way"`
}

// Mend does it and returns what is left.
func (a *App) Mend(ctx context.Context, req MendReq) (DamagedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	x, err := a.asideRow(req.Row)
	if err != nil {
		return DamagedRes{}, err
	}
	var data []byte
	switch req.Way {
	case MendAsRead:
		data = x.readable()
	case MendEarlier:
		data, _ = a.keptState(x.row.Key)
	}
	if data == nil && req.Way != MendRemove {
		return DamagedRes{}, explain.Error(store.ErrNotFound)
	}
	ops := []store.Op{{Table: x.table, Key: x.row.Key, Rev: x.row.Rev, Data: data}}
	if x.kept { // its place may have been taken since
		ops[0].Rev = 0
		if data == nil {
			ops = nil
		}
		ops = append(ops, store.Op{Table: store.Damaged, Key: x.at})
	}
	if _, err := a.store.Write(ctx, ops); err != nil {
		return DamagedRes{}, explain.Error(err)
	}
	if err := a.load(context.WithoutCancel(ctx)); err != nil {
		return DamagedRes{}, explain.Error(err)
	}
	return a.damagedRes(), nil
}

func (a *App) asideRow(id DamagedID) (asideRow, error) {
	for _, x := range a.aside {
		if string(x.table) == id.Table && x.row.Key == id.Key && x.kept == id.Kept {
			return x, nil
		}
	}
	return asideRow{}, explain.Error(store.ErrNotFound)
}

// DamagedFileRes names the file whose bytes travel beside it.
type DamagedFileRes struct {
	Name string `json:"name"`
}

// DamagedFile returns what is left of a damaged row, byte for byte.
func (a *App) DamagedFile(_ context.Context, req DamagedID, _ []rpc.File) (DamagedFileRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	x, err := a.asideRow(req)
	if err != nil {
		return DamagedFileRes{}, nil, err
	}
	return DamagedFileRes{"РРО-форма_повреждённая_запись_" + a.now().Format("2006-01-02_15-04-05") + ".txt"}, []rpc.File{bytes.Clone(x.row.Data)}, nil
}

// keptMark begins a row of [store.Damaged]: table, key and what is left follow,
// by lines. Its own key tells nothing: the keys of some tables are words that
// were searched, and keys of binary tables are never hidden.
const keptMark = "rro damaged 1"

// keptRow is the row in which a damaged one is kept.
func keptRow(table store.Table, row store.Row) (key string, data []byte) {
	head := strings.Join([]string{keptMark, string(table), row.Key, ""}, "\n")
	return newID(), append([]byte(head), row.Data...)
}

func asideOfBackup(row store.Row) asideRow {
	x := asideRow{row: store.Row{Damaged: true}, kept: true, at: row.Key}
	parts := bytes.SplitN(row.Data, []byte{'\n'}, 4)
	if len(parts) == 4 && string(parts[0]) == keptMark {
		x.table, x.row.Key, x.row.Data = store.Table(parts[1]), string(parts[2]), parts[3]
		return x
	}
	table, key, _ := strings.Cut(row.Key, "/") // as programs before keptMark wrote it
	x.table, x.row.Key, x.row.Data = store.Table(table), key, row.Data
	return x
}

// hideKept takes words out of the keys of rows that programs before [keptMark]
// have written. What cannot be written now is tried at the next start.
func (a *App) hideKept(ctx context.Context) {
	for i := range a.aside {
		x := &a.aside[i]
		if !x.kept || !strings.Contains(x.at, "/") {
			continue
		}
		key, data := keptRow(x.table, x.row)
		ops := []store.Op{{Table: store.Damaged, Key: x.at}, {Table: store.Damaged, Key: key, Data: data}}
		if _, err := a.store.Write(ctx, ops); err == nil {
			x.at = key
		}
	}
}
