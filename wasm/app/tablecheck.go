package app

import (
	"context"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/merge"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/table"
)

// TableState says what becomes of a row of a table.
type TableState string

// Values of [TableState].
const (
	RowGood     TableState = "good"     // new, or newer than the register; no errors
	RowWrong    TableState = "wrong"    // the same, with errors
	RowSame     TableState = "same"     // the register has it so already
	RowConflict TableState = "conflict" // the register has it otherwise, and was edited there
	RowRefused  TableState = "refused"  // a cell cannot be understood
	RowSkipped  TableState = "skipped"  // holds no appeal
)

// TableStateInfo is one row of [TableStates].
type TableStateInfo struct {
	State TableState `json:"state"`
	Label string     `json:"label"`
}

// TableStates lists the states in the order in which they are shown.
var TableStates = []TableStateInfo{{RowRefused, "Не читаются"}, {RowWrong, "С ошибками"}, {RowConflict, "Расходятся с реестром"},
	{RowGood, "Без ошибок"}, {RowSame, "Уже в реестре"}, {RowSkipped, "Пропущены"}}

// prepared is what an open table will do to the register.
type prepared struct {
	stamp   string // of the register that it was held against
	made    []table.Made
	offers  []offer
	pairs   []pairing
	wrong   []bool // of each pair: it has errors
	rows    []PreviewRow
	skipped int
	empty   int
}

// PreviewRow is a row of a table with what becomes of it. Row counts from 1.
type PreviewRow struct {
	Row      int           `json:"row"`
	Number   string        `json:"number"`
	State    TableState    `json:"state"`
	Newer    bool          `json:"newer"` // goes on from what the register has
	Cells    []string      `json:"cells"`
	Findings []CellFinding `json:"findings"`
}

// CellFinding is a finding at a cell; Column counts from 0, -1 = the row.
type CellFinding struct {
	Column int          `json:"column"`
	Level  appeal.Level `json:"level"`
	Text   string       `json:"text"`
	Hint   string       `json:"hint"`
}

// stamp tells states of the register apart: every write raises a revision or
// changes the number of records.
func (a *App) stamp() string {
	sum := int64(0)
	for _, rec := range a.records {
		sum += rec.appeal.Rev
	}
	return fmt.Sprint(a.active, a.today(), len(a.records), sum)
}

// checkStep is how many rows are worked on between two reports.
const checkStep = 50

// prepare makes appeals of the rows, holds them against the register and
// checks what would be taken.
func (a *App) prepare(ctx context.Context, t *openTable) (*prepared, error) {
	if t.made != nil && t.made.stamp == a.stamp() {
		return t.made, nil
	}
	if lacks := missing(&t.mapping); len(lacks) > 0 {
		return nil, problem("mapping", lacks[0], "Вернитесь на шаг «Столбцы».")
	}
	results, err := a.statusReader(ctx)
	if err != nil {
		return nil, err
	}
	rows := len(t.sheet.Rows)
	made, err := table.Make(t.sheet, t.mapping, results, a.today(), func(row int) error {
		if row%checkStep != 0 {
			return nil
		}
		return rpc.Report(ctx, row, 3*rows, "Читаем строки")
	})
	if err != nil {
		return nil, err
	}
	p := &prepared{stamp: a.stamp(), made: made.Made, empty: made.Empty, skipped: len(made.Skipped)}
	for i := range p.made {
		p.offers = append(p.offers, offer{Appeal: p.made[i].Appeal, Source: t.name, Place: placeOf(p.made[i].Rows)})
	}
	if err := rpc.Report(ctx, rows, 3*rows, "Сравниваем с реестром"); err != nil {
		return nil, err
	}
	p.pairs = a.weighRows(p.offers)
	if t.complete(p) {
		p.pairs = a.weighRows(p.offers)
	}
	if err := a.judgeOffers(ctx, t, p); err != nil {
		return nil, err
	}
	p.refuse(t, made)
	sortFunc(p.rows, func(x, y PreviewRow) int { return x.Row - y.Row })
	t.made = p
	return p, nil
}

// placeOf names rows for people.
func placeOf(rows []int) string {
	if len(rows) == 1 {
		return fmt.Sprintf("строка %d", rows[0]+1)
	}
	var list []string
	for _, r := range rows {
		list = append(list, fmt.Sprint(r+1))
	}
	return "строки " + strings.Join(list, ", ")
}

// judgeOffers checks every appeal that would be taken and lays out its rows.
func (a *App) judgeOffers(ctx context.Context, t *openTable, p *prepared) error {
	env := a.env(a.active)
	p.wrong = make([]bool, len(p.pairs))
	for i := range p.pairs {
		if i%checkStep == 0 {
			if err := rpc.Report(ctx, len(p.pairs)+2*i, 3*len(p.pairs), "Проверяем обращения"); err != nil {
				return err
			}
		}
		pair := &p.pairs[i]
		row := PreviewRow{Number: pair.Offered.Number, State: RowGood, Newer: pair.Kind == merge.Newer}
		var found []rules.Finding
		switch pair.Kind {
		case merge.Same:
			row.State = RowSame
		case merge.Conflict, merge.Older:
			row.State = RowConflict
		default:
			ap := *pair.Offered
			if pair.Have != nil {
				ap.ID = pair.Have.ID // it is no double of itself
			}
			found = rules.Check(rules.Subject{Appeal: &ap}, env)
			if p.wrong[i] = rules.Worst(found) == appeal.Error; p.wrong[i] {
				row.State = RowWrong
			}
		}
		p.lay(t, &p.made[i], row, found, pair)
	}
	return nil
}

// lay adds the rows of an appeal, each finding at the cell that feeds it.
func (p *prepared) lay(t *openTable, m *table.Made, like PreviewRow, found []rules.Finding, pair *pairing) {
	at := map[int]int{}
	for _, r := range m.Rows {
		row := like
		row.Row = r + 1
		at[r] = len(p.rows)
		p.rows = append(p.rows, row)
	}
	for _, f := range found {
		r, column := m.Place(f.Field, &t.mapping)
		row := &p.rows[at[r]]
		text := f.Text
		if column < 0 {
			text = appeal.Label(f.Field) + ": " + text
		}
		row.Findings = append(row.Findings, CellFinding{column, f.Level, text, f.Hint})
	}
	if like.State != RowConflict {
		return
	}
	for _, c := range pair.Changes {
		r, column := m.Place(c.Field, &t.mapping)
		if _, there := at[r]; !there {
			r = m.Rows[0]
		}
		row := &p.rows[at[r]]
		row.Findings = append(row.Findings, CellFinding{column, appeal.Warning, fmt.Sprintf("В реестре «%s»: %s.", appeal.Label(c.Field), orNothing(c.From)), "Строка не будет загружена."})
	}
}

func orNothing(s string) string {
	if s == "" {
		return "пусто"
	}
	return s
}

// refuse adds the rows that make no appeal.
func (p *prepared) refuse(t *openTable, made *table.Result) {
	at := map[int]int{}
	number := func(row int) string {
		for _, field := range []string{table.Number, table.Outgoing} {
			for _, c := range t.mapping.Feeds(field) {
				if cell := t.sheet.Cell(row, c); cell != "" {
					return cell
				}
			}
		}
		return ""
	}
	for _, r := range made.Refused {
		i, there := at[r.Row]
		if !there {
			i, at[r.Row] = len(p.rows), len(p.rows)
			p.rows = append(p.rows, PreviewRow{Row: r.Row + 1, Number: number(r.Row), State: RowRefused})
		}
		p.rows[i].Findings = append(p.rows[i].Findings, CellFinding{r.Column, appeal.Error, r.Text, r.Hint})
	}
	for _, s := range made.Skipped {
		p.rows = append(p.rows, PreviewRow{Row: s.Row + 1, Number: number(s.Row), State: RowSkipped, Findings: []CellFinding{{-1, appeal.Advice, s.Text, ""}}})
	}
}
