package app

import (
	"context"
	"slices"

	"rroform/wasm/classifier"
	"rroform/wasm/table"
)

// TableInfo is an open table and how it is understood.
type TableInfo struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Note    string        `json:"note"`
	Rows    int           `json:"rows"` // below the header
	Mapping TableMapping  `json:"mapping"`
	Columns []TableColumn `json:"columns"`
	Preset  string        `json:"preset"`  // name of the saved mapping in force
	Missing []string      `json:"missing"` // what must be chosen first, in sentences
	Results []TableResult `json:"results"` // values of the status column that are no status
}

// TableColumn is a column with some of its values.
type TableColumn struct {
	Title   string   `json:"title"`
	Samples []string `json:"samples"`
}

// TableResult is an own value of the status column.
type TableResult struct {
	Value         string `json:"value"`
	Count         int    `json:"count"`
	table.Outcome        // as saved, or a guess
	Saved         bool   `json:"saved"`
}

const shownSamples = 3

func (a *App) tableInfo(ctx context.Context, t *openTable) (TableInfo, error) {
	info := TableInfo{ID: t.id, Name: t.name, Note: t.sheet.Note, Rows: len(t.sheet.Rows) - t.mapping.Header - 1, Preset: t.preset,
		Mapping: TableMapping{t.mapping.Header + 1, t.mapping.Columns, t.mapping.Defaults}, Missing: missing(&t.mapping)}
	for i, title := range t.titles() {
		c := TableColumn{Title: title}
		for row := t.mapping.Header + 1; row < len(t.sheet.Rows) && len(c.Samples) < shownSamples; row++ {
			if cell := t.sheet.Cell(row, i); cell != "" && !slices.Contains(c.Samples, cell) {
				c.Samples = append(c.Samples, cell)
			}
		}
		info.Columns = append(info.Columns, c)
	}
	var err error
	info.Results, err = a.tableResults(ctx, t)
	return info, err
}

// missing says what hinders the import.
func missing(m *table.Mapping) []string {
	var out []string
	for _, target := range table.Targets {
		feeds := len(m.Feeds(target.Field))
		if target.Needed && !m.Takes(target.Field) {
			out = append(out, "Выберите столбец или общее значение для «"+target.Label+"»: без этого обращение не отнести ни к прямым, ни к поступившим из других органов.")
		}
		if feeds > 1 && !target.Many {
			out = append(out, "«"+target.Label+"» выбрано у нескольких столбцов. Оставьте один.")
		}
	}
	if len(m.Feeds(table.Number))+len(m.Feeds(table.Outgoing)) == 0 {
		out = append(out, "Выберите столбец с номером обращения: по номеру и дате строки сличаются с реестром.")
	}
	return out
}

// tableResults lists the values of the status column that are no status, the
// most frequent spelling of each.
func (a *App) tableResults(ctx context.Context, t *openTable) ([]TableResult, error) {
	have, err := a.ownResults(ctx)
	if err != nil {
		return nil, err
	}
	known := map[string]table.Outcome{}
	for _, r := range have.Results {
		known[classifier.Fold(r.Value)] = r.Outcome
	}
	var out []TableResult
	at := map[string]int{}
	table.Values(t.sheet, &t.mapping, table.Status, func(cell string) {
		key := classifier.Fold(cell)
		if i, seen := at[key]; seen {
			out[i].Count++
			return
		}
		if _, is := table.StatusByLabel(cell); is {
			return
		}
		outcome, saved := known[key]
		if !saved {
			outcome = table.SuggestOutcome(cell)
		}
		at[key] = len(out)
		out = append(out, TableResult{cell, 1, outcome, saved})
	})
	return out, nil
}
