package app

import (
	"bytes"
	"context"
	"strings"

	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
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
	for _, x := range a.ledger.Aside {
		row := DamagedRow{Table: string(x.Table), Key: x.Row.Key, Kept: x.Kept, What: tableWords[x.Table],
			Bytes: len(x.Row.Data)}
		row.Readable, row.Failing = !x.Failing && readable(&x) != nil, x.Failing
		if x.Table == store.Appeals {
			row.Number, row.Name = glimpse(x.Row.Data, "number"), glimpse(x.Row.Data, "name")
			if before, action := a.ledger.UndoState(x.Row.Key); before != nil {
				row.Earlier = office.FormatTime(action.At)
			}
		}
		res.Rows = append(res.Rows, row)
	}
	return res
}

// readable is the row's JSON if the program can make sense of it, else nil.
func readable(x *ledger.Aside) []byte {
	_, rest, _ := bytes.Cut(x.Row.Data, []byte{'\t'})
	_, data, _ := bytes.Cut(rest, []byte{'\t'})
	if len(data) == 0 || checkRow(x.Table, x.Row.Key, data) != nil {
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
		data = readable(&x)
	case MendEarlier:
		data, _ = a.ledger.UndoState(x.Row.Key)
	}
	if data == nil && req.Way != MendRemove {
		return DamagedRes{}, explain.Error(store.ErrNotFound)
	}
	ops := []store.Op{{Table: x.Table, Key: x.Row.Key, Rev: x.Row.Rev, Data: data}}
	if x.Kept { // its place may have been taken since
		ops[0].Rev = 0
		if data == nil {
			ops = nil
		}
		ops = append(ops, store.Op{Table: store.Damaged, Key: x.At})
	}
	if _, err := a.ledger.Store.Write(ctx, ops); err != nil {
		return DamagedRes{}, explain.Error(err)
	}
	if err := a.load(context.WithoutCancel(ctx)); err != nil {
		return DamagedRes{}, explain.Error(err)
	}
	return a.damagedRes(), nil
}

func (a *App) asideRow(id DamagedID) (ledger.Aside, error) {
	for _, x := range a.ledger.Aside {
		if string(x.Table) == id.Table && x.Row.Key == id.Key && x.Kept == id.Kept {
			return x, nil
		}
	}
	return ledger.Aside{}, explain.Error(store.ErrNotFound)
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
	return DamagedFileRes{"РРО-форма_повреждённая_запись_" + a.office.Now().Format("2006-01-02_15-04-05") + ".txt"},
		[]rpc.File{bytes.Clone(x.Row.Data)}, nil
}
