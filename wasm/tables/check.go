package tables

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/incoming"
	"rroform/wasm/merge"
	"rroform/wasm/packs"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/table"
)

// TableState says what becomes of a row of a table.
type TableState string

// Values of [TableState].
const (
	RowGood     TableState = "good"     // new or newer than the register, without errors
	RowWrong    TableState = "wrong"    // new or newer than the register, with errors
	RowSame     TableState = "same"     // equal in the register
	RowConflict TableState = "conflict" // the register differs and was edited there
	RowRefused  TableState = "refused"  // a cell cannot be read
	RowSkipped  TableState = "skipped"  // has no appeal

	RowNewer TableState = "newer" // only for filters: rows of RowGood and RowWrong that change the register
)

// TableStateInfo is one row of [TableStates].
type TableStateInfo struct {
	State TableState `json:"state"`
	Label string     `json:"label"`
}

// TableStates lists the states in the order in which the page shows them.
var TableStates = []TableStateInfo{{RowRefused, "Не читаются"}, {RowWrong, "С ошибками"},
	{RowConflict, "Расходятся с реестром"},
	{RowNewer, "Обновятся"}, {RowGood, "Без ошибок"}, {RowSame, "Уже в реестре"}, {RowSkipped, "Пропущены"}}

// prepared is the result of [Tables.Prepare].
type prepared struct {
	stamp   string // [ledger.Ledger.State] of the comparison
	made    []table.Made
	offers  []incoming.Offer
	Pairs   []incoming.Pairing
	wrong   []bool // of each pair: it has errors
	rows    []PreviewRow
	skipped int
	empty   int
}

// checkStep is the number of rows between two reports of progress.
const checkStep = 50

// Prepare makes appeals from the rows, compares them with the register and checks those that would be
// taken. It returns the last result again while table and register stay the same.
func (ts *Tables) Prepare(ctx context.Context, t *Table) (*prepared, error) {
	if t.made != nil && t.made.stamp == ts.ledger.State() {
		return t.made, nil
	}
	if lacks := missing(&t.mapping); len(lacks) > 0 {
		return nil, rpc.Problem("mapping", lacks[0], "Вернитесь на шаг «Столбцы».")
	}
	words, err := ts.words(ctx)
	if err != nil {
		return nil, err
	}
	rows := len(t.sheet.Rows)
	made, err := table.Make(t.sheet, t.mapping, words, func(row int) error {
		if row%checkStep != 0 {
			return nil
		}
		return rpc.Report(ctx, row, rows, "Читаем строки")
	})
	if err != nil {
		return nil, err
	}
	p := &prepared{stamp: ts.ledger.State(), made: made.Made, empty: made.Empty, skipped: len(made.Skipped)}
	codes := ts.packs.CodesByTitle()
	for i := range p.made {
		for j := range p.made[i].Appeal.Questions {
			if q := &p.made[i].Appeal.Questions[j]; packs.IsTitle(q.Code) {
				q.Code = cmp.Or(codes(q.Code), q.Code)
			}
		}
		p.offers = append(p.offers,
			incoming.Offer{Appeal: p.made[i].Appeal, Source: t.Name, Place: placeOf(p.made[i].Rows)})
	}
	if err := rpc.Report(ctx, 0, len(p.offers), "Сравниваем с реестром"); err != nil {
		return nil, err
	}
	p.Pairs = ts.compareRows(p.offers)
	if t.complete(p) {
		p.Pairs = ts.compareRows(p.offers)
	}
	if err := ts.checkOffers(ctx, t, p); err != nil {
		return nil, err
	}
	p.addRefused(t, made)
	slices.SortStableFunc(p.rows, func(x, y PreviewRow) int { return x.Row - y.Row })
	t.made = p
	return p, nil
}

// placeOf names rows for people; rows count from 0.
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

// checkOffers checks every appeal that would be taken and adds its rows to the preview.
func (ts *Tables) checkOffers(ctx context.Context, t *Table, p *prepared) error {
	env := ts.register.Env(ts.office.Active)
	p.wrong = make([]bool, len(p.Pairs))
	for i := range p.Pairs {
		if i%checkStep == 0 {
			if err := rpc.Report(ctx, i, len(p.Pairs), "Проверяем обращения"); err != nil {
				return err
			}
		}
		pair := &p.Pairs[i]
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
				ap.ID = pair.Have.ID // or the rules report it as a duplicate of itself
			}
			found = rules.Check(rules.Subject{Appeal: &ap}, env)
			if p.wrong[i] = rules.Worst(found) == appeal.Error; p.wrong[i] {
				row.State = RowWrong
			}
		}
		p.addRows(t, &p.made[i], row, found, pair)
	}
	return nil
}
