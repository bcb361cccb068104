package app

import (
	"context"
	"encoding/json"
	"strings"

	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/report"
	"rroform/wasm/store"
)

// LogReq names a log.
type LogReq struct {
	ID string `json:"id"`
}

// LogRes is a log with its entries, and the same as a table for download.
type LogRes struct {
	Log      ledger.Log        `json:"log"`
	Entries  []ledger.LogEntry `json:"entries"`
	Table    report.Table      `json:"table"`
	FileName string            `json:"fileName"` // file name of the table, without extension
}

// Log returns what one merge or import did with each appeal.
func (a *App) Log(ctx context.Context, req LogReq) (LogRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	l, err := a.ledger.ReadLog(ctx, req.ID)
	if err != nil {
		return LogRes{}, explain.Error(err)
	}
	row, err := a.ledger.Store.Get(ctx, store.Logs, ledger.EntriesKey(req.ID))
	if err != nil {
		return LogRes{}, explain.Error(err)
	}
	res := LogRes{Log: l, FileName: "Журнал_" + l.At.In(a.office.Now().Location()).Format("2006-01-02_15-04")}
	if err := json.Unmarshal(row.Data, &res.Entries); err != nil {
		return LogRes{}, explain.Error(err)
	}
	res.Table = logTable(l.Label, res.Entries)
	return res, nil
}

// logTable has a row for each replaced value, and one for each entry without.
func logTable(title string, entries []ledger.LogEntry) report.Table {
	t := report.Table{Title: title, Columns: []report.Column{
		{Title: "Файл", Kind: report.Text, Width: 34}, {Title: "Место в файле", Kind: report.Text, Width: 22},
		{Title: "Номер", Kind: report.Text, Width: 16}, {Title: "ФИО", Kind: report.Text, Width: 30},
		{Title: "Как относилось к реестру", Kind: report.Text, Width: 26},
		{Title: "Что сделано", Kind: report.Text, Width: 30},
		{Title: "Поле", Kind: report.Text, Width: 30}, {Title: "Не вошедшее значение", Kind: report.Text, Width: 40},
		{Title: "Значение в реестре", Kind: report.Text, Width: 40},
	}, Rows: [][]string{}}
	for _, e := range entries {
		head := []string{e.Source, e.Place, e.Number, e.Name, e.Kind, e.Decision}
		values := e.Lost
		if len(values) == 0 {
			values = []ledger.LogValue{{}}
		}
		for _, v := range values {
			row := append(append([]string{}, head...), v.Field, v.Lost, v.Kept)
			for i := range row {
				row[i] = strings.TrimSpace(row[i])
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
