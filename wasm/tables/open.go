package tables

import (
	"context"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/rpc"
	"rroform/wasm/sheet"
	"rroform/wasm/table"
)

// Table is the table that is being imported: one at a time, in memory only.
type Table struct {
	id, Name string
	sheet    *sheet.Sheet
	mapping  table.Mapping
	preset   string // name of the preset in force, "" = none
	data     []byte // of a text, to be read in another encoding
	made     *prepared
}

func (t *Table) titles() []string { return table.Titles(t.sheet, t.mapping.Header) }

// TableKind says what travels beside an [OpenTableReq].
type TableKind string

// Kinds of tables: CSV or TSV as it is in the file or the clipboard, or rows
// that the page has read from a workbook, see table.ReadRows.
const (
	TableText TableKind = "text"
	TableRows TableKind = "rows"
)

// OpenTableReq opens a table for import; its bytes travel beside it.
type OpenTableReq struct {
	Name string    `json:"name"` // of the file, with the sheet
	Kind TableKind `json:"kind"`
}

// TableMapping is table.Mapping as the page has it: rows count from 1.
type TableMapping struct {
	Header   int               `json:"header"`  // 0 = none
	Columns  []string          `json:"columns"` // field of each column, "" = not taken
	Defaults map[string]string `json:"defaults"`
	Signs    map[string]bool   `json:"signs"` // the clerk's own choice of table.Signs
}

// OpenTable reads a table and guesses its columns.
func (ts *Tables) OpenTable(ctx context.Context, req OpenTableReq, files []rpc.File) (TableInfo, []rpc.File, error) {
	if len(files) != 1 {
		return TableInfo{}, nil, noTableFile()
	}
	sheet, err := readTable(req.Kind, req.Name, files[0], "")
	if err != nil {
		return TableInfo{}, nil, err
	}
	if sheet.Columns == 0 {
		return TableInfo{}, nil, rpc.Problem("empty", "В таблице нет ни одной заполненной ячейки.",
			"Проверьте, тот ли файл или лист выбран.")
	}
	ts.mu.Lock()
	defer ts.mu.Unlock()
	t := &Table{id: ledger.NewID(), Name: req.Name, sheet: sheet}
	if req.Kind == TableText {
		t.data = files[0]
	}
	if err := ts.recognise(ctx, t, table.HeaderRow(sheet)); err != nil {
		return TableInfo{}, nil, err
	}
	ts.Open = t
	info, err := ts.tableInfo(ctx, t)
	return info, nil, err
}

// recognise sets the mapping by the names in a header row: as saved for a
// table with the same names, else by the usual ones. Where columns tell what
// came from other bodies, the rest is direct.
func (ts *Tables) recognise(ctx context.Context, t *Table, header int) error {
	t.mapping = table.Mapping{Header: header, Defaults: map[string]string{table.Format: string(appeal.Other)},
		Signs: map[string]bool{}}
	titles := t.titles()
	t.mapping.Columns, t.preset = table.Recognise(t.sheet, header), ""
	if t.mapping.TellsOrigin(t.sheet) {
		t.mapping.Defaults[table.Direct] = table.Yes
	}
	have, err := ts.tablePresets(ctx)
	if err != nil {
		return err
	}
	keys := table.Keys(titles)
	if at := slices.IndexFunc(have.Presets, func(p TablePreset) bool { return p.suits(keys) }); at >= 0 {
		have.Presets[at].apply(t)
	}
	return nil
}

// TableOf returns the open table; with another id it is an error that says so.
func (ts *Tables) TableOf(id string) (*Table, error) {
	if ts.Open == nil || ts.Open.id != id {
		return nil, rpc.Problem("gone", "Эта таблица уже закрыта.", "Выберите файл снова.")
	}
	return ts.Open, nil
}

// MapTableReq changes how the open table is understood: by a saved mapping, or
// by the one given; another header row makes the columns be recognised anew.
type MapTableReq struct {
	ID      string       `json:"id"`
	Preset  string       `json:"preset"` // id of a saved mapping, "" = Mapping counts
	Mapping TableMapping `json:"mapping"`
}

// MapTable changes the mapping of the open table.
func (ts *Tables) MapTable(ctx context.Context, req MapTableReq) (TableInfo, error) {
	t, err := ts.TableOf(req.ID)
	if err != nil {
		return TableInfo{}, err
	}
	m := req.Mapping
	t.made = nil
	switch {
	case req.Preset != "":
		have, err := ts.tablePresets(ctx)
		if err != nil {
			return TableInfo{}, err
		}
		at := slices.IndexFunc(have.Presets, func(p TablePreset) bool { return p.ID == req.Preset })
		if at < 0 {
			return TableInfo{}, rpc.Problem("gone", "Этой настройки уже нет.", "Выберите другую.")
		}
		have.Presets[at].apply(t)
	case m.Header-1 != t.mapping.Header:
		if err := ts.recognise(ctx, t, min(max(m.Header-1, -1), len(t.sheet.Rows)-1)); err != nil {
			return TableInfo{}, err
		}
	default:
		if len(m.Columns) != t.sheet.Columns ||
			slices.ContainsFunc(m.Columns, func(f string) bool { return f != "" && table.TargetOf(f) == nil }) {
			return TableInfo{}, rpc.Problem("columns", "Столбцы таблицы изменились.", "Выберите файл снова.")
		}
		t.mapping.Columns, t.mapping.Defaults, t.mapping.Signs, t.preset = m.Columns, m.Defaults, m.Signs, ""
	}
	return ts.tableInfo(ctx, t)
}

// CloseTableReq names the open table.
type CloseTableReq struct {
	ID string `json:"id"`
}

// CloseTableRes is empty.
type CloseTableRes struct{}

// CloseTable forgets the open table.
func (ts *Tables) CloseTable(_ context.Context, req CloseTableReq) (CloseTableRes, error) {
	if ts.Open != nil && ts.Open.id == req.ID {
		ts.Open = nil
	}
	return CloseTableRes{}, nil
}
