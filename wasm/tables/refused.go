package tables

import (
	"context"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/table"
)

// log names every row that does not come into the register, and the files of
// those that do; what else comes is told by its counts.
func (p *prepared) log(l ledger.Log, t *Table, clean bool) (ledger.Log, []ledger.LogEntry) {
	c := p.counts()
	l.Sources = []ledger.LogSource{{Name: t.Name, Records: len(p.rows) + p.empty,
		About: fmt.Sprintf("таблица, обращений %d: новых %d, обновлено %d, уже в реестре %d", c.Appeals, c.New, c.Newer,
			c.Same)}}
	var entries []ledger.LogEntry
	for _, row := range p.rows {
		if row.left(clean) {
			entries = append(entries,
				ledger.LogEntry{Source: t.Name, Place: placeOf([]int{row.Row - 1}), Number: row.Number,
					Kind: leftWords[row.State], Decision: "не загружено: " + row.reasons()})
		} else if files := t.files(row.Row - 1); files != nil && row.State != RowSame {
			entries = append(entries,
				ledger.LogEntry{Source: t.Name, Place: placeOf([]int{row.Row - 1}), Number: row.Number,
					Kind: "с файлами", Decision: "загружено без файлов: приложите их к вопросу сами", Lost: files})
		}
	}
	return l, entries
}

// files are the cells of a row that name files.
func (t *Table) files(row int) (cells []ledger.LogValue) {
	for _, c := range t.mapping.Feeds(table.Files) {
		if cell := t.sheet.Cell(row, c); cell != "" {
			cells = append(cells, ledger.LogValue{Field: table.TargetOf(table.Files).Label, Lost: cell})
		}
	}
	return cells
}

// leftWords are how the log calls rows that stay out.
var leftWords = map[TableState]string{RowRefused: "не читается", RowConflict: "расходится", RowSkipped: "пропущено",
	RowWrong: "с ошибками"}

// left reports whether a row stays out of the register.
func (r *PreviewRow) left(clean bool) bool {
	switch r.State {
	case RowRefused, RowConflict, RowSkipped:
		return true
	case RowWrong:
		return clean
	}
	return false
}

// reasons are the findings of a row in one text, errors only where it has some.
func (r *PreviewRow) reasons() string {
	var out []string
	for _, f := range r.Findings {
		if r.State != RowWrong || f.Level == appeal.Error {
			out = append(out, strings.TrimSpace(f.Text+" "+f.Hint))
		}
	}
	if len(out) == 0 && r.State == RowWrong {
		return "Ошибка в другой строке этого обращения."
	}
	return strings.Join(out, " ")
}

// RefusedRowsReq asks for the rows that stay out, as they stood in the table.
type RefusedRowsReq struct {
	ID    string `json:"id"`
	Clean bool   `json:"clean"`
}

// RefusedRowsRes holds them with their place and the reasons; the titles fit.
type RefusedRowsRes struct {
	Titles []string   `json:"titles"`
	Rows   [][]string `json:"rows"`
}

// RefusedRows returns what stays out, to be corrected and loaded again.
func (ts *Tables) RefusedRows(_ context.Context, req RefusedRowsReq) (RefusedRowsRes, error) {
	t, err := ts.TableOf(req.ID)
	if err != nil {
		return RefusedRowsRes{}, err
	}
	res := RefusedRowsRes{Titles: append(t.titles(), "Строка файла", "Почему не загружена")}
	if t.made == nil {
		return res, nil
	}
	for i := range t.made.rows {
		row := &t.made.rows[i]
		if !row.left(req.Clean) || row.State == RowSkipped {
			continue
		}
		cells := make([]string, t.sheet.Columns)
		copy(cells, t.sheet.Rows[row.Row-1])
		res.Rows = append(res.Rows, append(cells, placeOf([]int{row.Row - 1}), row.reasons()))
	}
	return res, nil
}
