package tables

import (
	"context"
	"slices"

	"rroform/wasm/charset"
	"rroform/wasm/classifier"
	"rroform/wasm/packs"
	"rroform/wasm/table"
)

// TableInfo describes the open table and the meaning of its columns.
type TableInfo struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Note    string        `json:"note"`
	Rows    int           `json:"rows"` // below the header
	Mapping TableMapping  `json:"mapping"`
	Columns []TableColumn `json:"columns"`
	// For a text: its encoding, and those that the clerk can choose.
	Encoding  charset.Encoding   `json:"encoding"`
	Encodings []charset.Encoding `json:"encodings"`
	Preset    string             `json:"preset"`  // name of the saved mapping in force
	Missing   []string           `json:"missing"` // what the clerk must choose first, in sentences
	Results   []TableResult      `json:"results"` // values of the status column that are not the name of a status
	Words     []TableWord        `json:"words"`   // own words of other columns
	Signs     []TableSign        `json:"signs"`   // fields that can show that another body sent an appeal
	// Counts of the rows without a value in «Поступило напрямую»: those that count as sent by another
	// body, by the signs in use, and the rest.
	Forwarded int `json:"forwarded"`
	Unsigned  int `json:"unsigned"`
}

// TableSign is a field of [table.Signs] for which the table has columns.
type TableSign struct {
	Field  string   `json:"field"`
	Titles []string `json:"titles"`
	On     bool     `json:"on"`
}

// TableWord is an own word of a column with its meaning. If Asked is set, its rows cannot be read
// until the clerk chooses a meaning; else Means applies without a choice.
type TableWord struct {
	Field string `json:"field"` // see [packs.OwnWord]
	Value string `json:"value"`
	Count int    `json:"count"`
	Means string `json:"means"` // as saved, or a guess
	Saved bool   `json:"saved"`
	Asked bool   `json:"asked"`
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

func (ts *Tables) tableInfo(ctx context.Context, t *Table) (TableInfo, error) {
	info := TableInfo{ID: t.id, Name: t.Name, Note: t.sheet.Note, Rows: len(t.sheet.Rows) - t.mapping.Header - 1,
		Preset:  t.preset,
		Mapping: TableMapping{t.mapping.Header + 1, t.mapping.Columns, t.mapping.Defaults, t.mapping.Signs},
		Missing: missing(&t.mapping)}
	if info.Encoding = t.sheet.Encoding; info.Encoding != "" {
		info.Encodings = charset.Choices
	}
	for i, title := range t.titles() {
		c := TableColumn{Title: title}
		for row := t.mapping.Header + 1; row < len(t.sheet.Rows) && len(c.Samples) < shownSamples; row++ {
			if cell := shownCell(t.sheet.Cell(row, i), t.mapping.Columns[i]); cell != "" &&
				!slices.Contains(c.Samples, cell) {
				c.Samples = append(c.Samples, cell)
			}
		}
		info.Columns = append(info.Columns, c)
	}
	var err error
	if info.Results, err = ts.tableResults(ctx, t); err != nil {
		return info, err
	}
	words, err := ts.words(ctx)
	if err != nil {
		return info, err
	}
	info.Words, info.Signs = t.words(words), t.signs()
	if len(info.Signs) > 0 {
		info.Forwarded, info.Unsigned = table.Forwarded(t.sheet, &t.mapping, words)
	}
	return info, nil
}

// signs lists the columns that can show that another body sent an appeal.
func (t *Table) signs() []TableSign {
	out := []TableSign{}
	for _, field := range table.Signs {
		sign := TableSign{Field: field, On: t.mapping.Signed(t.sheet, field)}
		for _, c := range t.mapping.Feeds(field) {
			sign.Titles = append(sign.Titles, t.titles()[c])
		}
		if len(sign.Titles) > 0 {
			out = append(out, sign)
		}
	}
	return out
}

// mostSenders limits the senders that are listed. The others have their meaning too.
const mostSenders = 200

// words lists the own words of the columns, without those of [table.UsualWords]. known has their saved
// meanings.
func (t *Table) words(known table.Words) []TableWord {
	out, at := []TableWord{}, map[string]int{}
	unclear := map[string]bool{}
	table.UnclearSenders(t.sheet, &t.mapping, func(cell string) {
		unclear[(&packs.OwnWord{Field: table.Direct, Value: cell}).Key()] = true
	})
	take := func(column, field string, mean func(cell string) (means string, saved, usual bool)) {
		table.Values(t.sheet, &t.mapping, column, func(cell string) {
			key := (&packs.OwnWord{Field: field, Value: cell}).Key()
			if i, seen := at[key]; seen {
				out[i].Count++
				return
			}
			asked := column != table.Origin || unclear[key]
			if !asked && len(out) >= mostSenders {
				return
			}
			if means, saved, usual := mean(cell); !usual {
				at[key] = len(out)
				out = append(out, TableWord{field, cell, 1, means, saved, asked})
			}
		})
	}
	yesNo := func(yes bool) string {
		if yes {
			return table.Yes
		}
		return table.No
	}
	take(table.Direct, table.Direct, func(cell string) (string, bool, bool) {
		_, usual := table.UsualWords.Direct(cell)
		direct, saved := known.Direct(cell)
		return yesNo(saved && direct || !saved && table.SuggestDirect(cell)), saved, usual
	})
	take(table.Origin, table.Direct, func(cell string) (string, bool, bool) {
		usual, clear := table.UsualWords.Origin(cell)
		direct, known := known.Origin(cell)
		return yesNo(direct), known && (!clear || direct != usual), false
	})
	take(table.Format, table.Format, func(cell string) (string, bool, bool) {
		_, usual := table.UsualWords.Format(cell)
		f, saved := known.Format(cell)
		if !saved {
			f = table.SuggestFormat(cell)
		}
		return string(f), saved, usual
	})
	return out
}

// missing lists what the clerk must choose before the import.
func missing(m *table.Mapping) []string {
	var out []string
	for _, target := range table.Targets {
		feeds := len(m.Feeds(target.Field))
		if target.Needed && !m.Takes(target.Field) {
			out = append(out, "Выберите столбец или общее значение для «"+target.Label+
				"»: без этого обращение не отнести ни к прямым, ни к поступившим из других органов.")
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

// tableResults lists the values of the status column that are not the name of a status, each in the
// spelling that comes first.
func (ts *Tables) tableResults(ctx context.Context, t *Table) ([]TableResult, error) {
	have, err := ts.AllResults(ctx)
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
