package tables

import (
	"context"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/table"
)

// log makes the log of an import, with an entry for each row that stays out, and for each row whose
// cells name files, which the import cannot read. About all other rows it only has counts.
func (p *prepared) log(l ledger.Log, t *Table, clean bool) (ledger.Log, []ledger.LogEntry) {
	c := p.counts()
	l.Sources = []ledger.LogSource{{Name: t.Name, Records: len(p.rows) + p.empty,
		About: fmt.Sprintf("таблица, обращений %d: новых %d, обновлено %d, уже в реестре %d", c.Appeals, c.New, c.Newer,
			c.Same)}}
	var entries []ledger.LogEntry
	for _, row := range p.rows {
		if row.leftOut(clean) {
			entries = append(entries,
				ledger.LogEntry{Source: t.Name, Place: placeOf([]int{row.Row - 1}), Number: row.Number,
					Kind: leftOutWords[row.State], Decision: "не загружено: " + row.reasons()})
		} else if files := t.files(row.Row - 1); files != nil && row.State != RowSame {
			entries = append(entries,
				ledger.LogEntry{Source: t.Name, Place: placeOf([]int{row.Row - 1}), Number: row.Number,
					Kind: "с файлами", Decision: "загружено без файлов: приложите их к вопросу сами", Lost: files})
		}
	}
	return l, entries
}

// files returns the cells of a row that name files.
func (t *Table) files(row int) (cells []ledger.LogValue) {
	for _, c := range t.mapping.Feeds(table.Files) {
		if cell := t.sheet.Cell(row, c); cell != "" {
			cells = append(cells, ledger.LogValue{Field: table.TargetOf(table.Files).Label, Lost: cell})
		}
	}
	return cells
}

// leftOutWords are the states of rows that stay out, in the words of the log.
var leftOutWords = map[TableState]string{RowRefused: "не читается", RowConflict: "расходится", RowSkipped: "пропущено",
	RowWrong: "с ошибками"}

// leftOut reports whether a row stays out of the register; clean as in [ImportTableReq].
func (r *PreviewRow) leftOut(clean bool) bool {
	switch r.State {
	case RowRefused, RowConflict, RowSkipped:
		return true
	case RowWrong:
		return clean
	}
	return false
}

// reasons joins the findings of a row in one text; of a row with errors, only the errors.
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

// RefusedRowsReq asks for the rows that stay out.
type RefusedRowsReq struct {
	ID    string `json:"id"`
	Clean bool   `json:"clean"`
}

// RefusedRowsRes has the cells of these rows, and two more columns: the row's number and the reasons.
type RefusedRowsRes struct {
	Titles []string   `json:"titles"`
	Rows   [][]string `json:"rows"`
}

// RefusedRows returns the rows that stay out as a table, which the clerk can correct and import again.
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
		if !row.leftOut(req.Clean) || row.State == RowSkipped {
			continue
		}
		cells := make([]string, t.sheet.Columns)
		copy(cells, t.sheet.Rows[row.Row-1])
		res.Rows = append(res.Rows, append(cells, placeOf([]int{row.Row - 1}), row.reasons()))
	}
	return res, nil
}
