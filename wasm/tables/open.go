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

// Table is an open table. It is in memory only.
type Table struct {
	id, Name string
	sheet    *sheet.Sheet
	mapping  table.Mapping
	preset   string    // name of the preset in use; "" = none
	data     []byte    // of a text, to read it in another encoding
	made     *prepared // nil = to be made again
}

func (t *Table) titles() []string { return table.Titles(t.sheet, t.mapping.Header) }

// TableKind says what the file of an [OpenTableReq] is.
type TableKind string

// Values of [TableKind]: CSV, TSV or HTML as in the file or the clipboard, or rows that the page has
// read from a workbook, see [sheet.ReadRows].
const (
	TableText TableKind = "text"
	TableRows TableKind = "rows"
)

// OpenTableReq opens a table for import. It comes with one file.
type OpenTableReq struct {
	Name string    `json:"name"` // of the file, with the sheet
	Kind TableKind `json:"kind"`
}

// TableMapping is [table.Mapping] for the page: rows count from 1.
type TableMapping struct {
	Header   int               `json:"header"`   // 0 = none
	Columns  []string          `json:"columns"`  // field of each column; "" = ignored
	Defaults map[string]string `json:"defaults"` // by field: value of rows without one
	Signs    map[string]bool   `json:"signs"`    // by field of [table.Signs]: the clerk's choice
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

// recognise sets the mapping by the titles in the header row. If there is a preset for these titles,
// it applies; else the usual titles count. If columns show which appeals other bodies sent, all
// other appeals are direct.
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

// TableOf returns the open table, or an error if it has another id.
func (ts *Tables) TableOf(id string) (*Table, error) {
	if ts.Open == nil || ts.Open.id != id {
		return nil, rpc.Problem("gone", "Эта таблица уже закрыта.", "Выберите файл снова.")
	}
	return ts.Open, nil
}

// MapTableReq has a new mapping of the open table. With another header row the columns are recognised
// again.
type MapTableReq struct {
	ID      string       `json:"id"`
	Preset  string       `json:"preset"` // id of a preset; "" = use Mapping
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

// CloseTable closes the open table.
func (ts *Tables) CloseTable(_ context.Context, req CloseTableReq) (CloseTableRes, error) {
	if ts.Open != nil && ts.Open.id == req.ID {
		ts.Open = nil
	}
	return CloseTableRes{}, nil
}
