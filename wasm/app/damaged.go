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

// DamagedReq is empty.
type DamagedReq struct{}

// DamagedRes lists the rows that were set aside.
type DamagedRes struct {
	Rows []DamagedRow `json:"rows"`
}

// DamagedRow is a set-aside row with the possible repairs.
type DamagedRow struct {
	Table    string `json:"table"`
	Key      string `json:"key"`
	Kept     bool   `json:"kept"`     // it came from a restored backup
	What     string `json:"what"`     // its kind, for people: «обращения»
	Number   string `json:"number"`   // of an appeal, if readable
	Name     string `json:"name"`     // of the applicant, if readable
	Readable bool   `json:"readable"` // it can be read, but the damage may have changed values
	Earlier  string `json:"earlier"`  // time of an earlier state of the appeal in the undo list; "" = none
	Failing  bool   `json:"failing"`  // it is undamaged, but the program fails on it
	Bytes    int    `json:"bytes"`    // of the row
}

// Damaged lists the rows that were set aside.
func (a *App) Damaged(context.Context, DamagedReq) (DamagedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.damagedRes(), nil
}

func (a *App) damagedRes() DamagedRes {
	res := DamagedRes{[]DamagedRow{}}
	for _, x := range a.ledger.Aside {
		row := DamagedRow{Table: string(x.Table), Key: x.Row.Key, Kept: x.FromBackup, What: tableWords[x.Table],
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

// readable returns the row's JSON if the program can decode it, else nil.
func readable(x *ledger.Aside) []byte {
	_, rest, _ := bytes.Cut(x.Row.Data, []byte{'\t'})
	_, data, _ := bytes.Cut(rest, []byte{'\t'})
	if len(data) == 0 || checkRow(x.Table, x.Row.Key, data) != nil {
		return nil
	}
	return data
}

// glimpse returns the first value of a text field without parsing the JSON around it.
func glimpse(data []byte, field string) string {
	_, rest, found := bytes.Cut(data, []byte(`"`+field+`":"`))
	if !found {
		return ""
	}
	text, _, _ := bytes.Cut(rest[:min(len(rest), 200)], []byte{'"'})
	return strings.ToValidUTF8(string(text), "�")
}

// MendWay is a way to repair a damaged row.
type MendWay string

// Values of [MendWay].
const (
	MendAsRead  MendWay = "asRead"  // use what can be read
	MendEarlier MendWay = "earlier" // restore the earlier state
	MendRemove  MendWay = "remove"  // delete the row
)

// DamagedID names a damaged row.
type DamagedID struct {
	Table string `json:"table"`
	Key   string `json:"key"`
	Kept  bool   `json:"kept"`
}

// MendReq has the decision about a damaged row.
type MendReq struct {
	Row DamagedID `json:"row"`
	Way MendWay   `json:"way"`
}

// Mend repairs or deletes a damaged row and returns the rows that remain.
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
	if x.FromBackup { // another row may have its key now
		ops[0].Rev = 0
		if data == nil {
			ops = nil
		}
		ops = append(ops, store.Op{Table: store.Damaged, Key: x.BackupKey})
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
		if string(x.Table) == id.Table && x.Row.Key == id.Key && x.FromBackup == id.Kept {
			return x, nil
		}
	}
	return ledger.Aside{}, explain.Error(store.ErrNotFound)
}

// DamagedFileRes names the file that comes with it.
type DamagedFileRes struct {
	Name string `json:"name"`
}

// DamagedFile returns the bytes of a damaged row.
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
