package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/merge"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/report"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// ReconcileKind is the result for one appeal or row of the comparison with the portal's list. «There» is
// the portal's list, «here» the appeals that match the filter.
type ReconcileKind string

// Values of [ReconcileKind].
const (
	NotThere    ReconcileKind = "notThere"
	NeverSent   ReconcileKind = "neverSent"
	NotHere     ReconcileKind = "notHere" // it may be in the register, but outside the filter
	OtherStatus ReconcileKind = "otherStatus"
	OtherDate   ReconcileKind = "otherDate"
	Unread      ReconcileKind = "unread"
	Skipped     ReconcileKind = "skipped"
	Agrees      ReconcileKind = "agrees"
)

// ReconcileKindInfo is one row of [ReconcileKinds].
type ReconcileKindInfo struct {
	Kind  ReconcileKind `json:"kind"`
	Label string        `json:"label"`
	Hint  string        `json:"hint"`
}

// ReconcileKinds is the table of results. Those that need work come first. See G56 in rules/SOURCES.md.
var ReconcileKinds = []ReconcileKindInfo{
	{NotThere, "Нет на портале", "Есть здесь, в списке с портала нет: архив не загружен или запись не принята."},
	{NotHere, "Нет здесь", "Есть на портале, в реестре за выбранный период нет."},
	{OtherStatus, "Другой статус", "Номер найден, статус на портале не такой, как здесь."},
	{OtherDate, "Другая дата", "Номер найден, дата на портале не совпадает ни с одной датой здесь."},
	{Unread, "Строка не прочитана", "В строке не найден номер обращения."},
	{NeverSent, "Не отправлялось", "Есть здесь, но в архив не входит: черновик или запись с ошибками."},
	{Skipped, "Пропущено", "Заголовки и итоги таблицы портала: это не обращения."},
	{Agrees, "Совпадает", "Номер найден, остальное не расходится."},
}

// ReconcileReq has a list that the clerk copied from the portal, to compare with the register.
type ReconcileReq struct {
	Text   string            `json:"text"`
	Filter query.RegisterReq `json:"filter"` // which appeals the list should have; sort and page are ignored
}

// ReconcileRes has the results, in the order of [ReconcileKinds].
type ReconcileRes struct {
	Pasted int            `json:"pasted"` // rows of the list, without headings and totals
	Here   int            `json:"here"`   // appeals that match the filter
	Rows   []ReconcileRow `json:"rows"`
	Table  report.Table   `json:"table"` // the same, for download
}

// ReconcileRow is an appeal of the register or a row of the list.
type ReconcileRow struct {
	Kind   ReconcileKind `json:"kind"`
	ID     string        `json:"id"`     // "" = not in the register
	Number string        `json:"number"` // as in the register, or as on the portal if it is only there
	Name   string        `json:"name"`
	// number on the portal if spelled differently; for Unread and Skipped the whole row
	There       string      `json:"there"`
	Date        appeal.Date `json:"date"` // on the portal
	StatusHere  string      `json:"statusHere"`
	StatusThere string      `json:"statusThere"`
	Note        string      `json:"note"`
}

// Reconcile compares a list from the portal with the register.
func (a *App) Reconcile(ctx context.Context, req ReconcileReq) (ReconcileRes, error) {
	if err := a.register.JudgeFor(ctx, &req.Filter); err != nil {
		return ReconcileRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	rows, unread, skipped := readPasted(req.Text, a.office.Today())
	if len(rows)+len(unread) == 0 {
		if len(skipped) > 0 {
			return ReconcileRes{}, rpc.Problem("empty", "В списке нет номеров обращений, только заголовки и итоги.",
				"Скопируйте и строки таблицы под заголовками.")
		}
		return ReconcileRes{},
			rpc.Problem("empty", "Список пуст.",
				"Скопируйте номера или строки таблицы из раздела РРО и вставьте их в поле.")
	}
	r := reconciling{app: a, byNumber: map[string][]*register.Record{}, matched: map[*register.Record][]*pasted{},
		inside: map[*register.Record]bool{}}
	chosen := a.register.View(&req.Filter).Rows()
	for _, rec := range chosen {
		r.inside[rec] = true
	}
	for _, rec := range a.register.ByNumber(a.office.Active) {
		key := classifier.Fold(rec.Appeal.Number)
		r.byNumber[key] = append(r.byNumber[key], rec)
	}
	for i := range rows {
		r.match(&rows[i])
	}
	env := a.register.Env(a.office.Active)
	for i, rec := range chosen {
		if err := rpc.Report(ctx, i, len(chosen), "Сверяем"); err != nil {
			return ReconcileRes{}, err
		}
		if r.matched[rec] == nil {
			errorCount, _ := rules.Count(a.register.Check(rec, env))
			r.addUnmatched(rec, errorCount > 0)
		}
	}
	for _, rec := range r.order {
		r.compare(rec)
	}
	for _, p := range unread {
		r.rows = append(r.rows, &ReconcileRow{Kind: Unread, There: p.text, Note: fmt.Sprintf("строка %d", p.line)})
	}
	for _, p := range skipped {
		r.rows = append(r.rows,
			&ReconcileRow{Kind: Skipped, There: p.text, Note: fmt.Sprintf("строка %d: %s", p.line, p.why)})
	}
	slices.SortStableFunc(r.rows, func(x, y *ReconcileRow) int {
		return cmp.Or(kindOrder(x.Kind)-kindOrder(y.Kind),
			cmp.Compare(query.NumberKey(x.Number), query.NumberKey(y.Number)))
	})
	res := ReconcileRes{Pasted: len(rows) + len(unread), Here: len(chosen), Table: reconcileTable(r.rows)}
	for _, row := range r.rows {
		res.Rows = append(res.Rows, *row)
	}
	return res, nil
}

// reconciling is the state of a comparison.
type reconciling struct {
	app      *App
	byNumber map[string][]*register.Record // by folded number; of all months
	inside   map[*register.Record]bool     // those that match the filter
	matched  map[*register.Record][]*pasted
	order    []*register.Record // keys of matched, in the order of their first match
	rows     []*ReconcileRow
}

// match finds the appeal of a row. It prefers those in the filter, then the same date, then the same
// spelling, then those without a row so far.
func (r *reconciling) match(p *pasted) {
	var best *register.Record
	bestScore := -1
	if p.numberWithDate != p.number && r.byNumber[classifier.Fold(p.numberWithDate)] != nil {
		p.treatDateAsNumber()
	}
	for _, rec := range r.byNumber[classifier.Fold(p.number)] {
		score := 0
		for i, good := range []bool{r.matched[rec] == nil, cleanNumber(rec.Appeal.Number) == cleanNumber(p.number),
			p.date != "" && hasDate(&rec.Appeal, p.date), r.inside[rec]} {
			if good {
				score += 1 << i
			}
		}
		if score > bestScore {
			best, bestScore = rec, score
		}
	}
	if best == nil {
		r.rows = append(r.rows, &ReconcileRow{Kind: NotHere, Number: p.number, Date: p.date, StatusThere: p.words(),
			Note: "такого номера в реестре нет"})
		return
	}
	if r.matched[best] == nil {
		r.order = append(r.order, best)
	}
	r.matched[best] = append(r.matched[best], p)
}

// addUnmatched adds the result for an appeal of the filter that no row of the list has.
func (r *reconciling) addUnmatched(rec *register.Record, hasErrors bool) {
	row := rowHere(rec)
	row.Kind = NotThere
	never := r.app.register.ExportState(rec) == register.Never
	switch {
	case never && rec.Appeal.Draft:
		row.Kind, row.Note = NeverSent, "черновик, в архив не входит"
	case never && hasErrors:
		row.Kind, row.Note = NeverSent, "есть ошибки, в архив не входит"
	case never:
		row.Note = "в архив ещё не выгружалось"
	default:
		row.Note = "в архив выгружалось"
	}
	r.rows = append(r.rows, &row)
}

// compare adds the result for an appeal that was matched: Agrees, or what differs.
func (r *reconciling) compare(rec *register.Record) {
	row, rows := rowHere(rec), r.matched[rec]
	var notes, there []string
	var statuses []appeal.Status
	row.Kind = Agrees
	for _, p := range rows {
		if words := p.words(); words != "" && !slices.Contains(there, words) {
			there = append(there, words)
		}
		if p.said != "" && p.status == "" {
			notes = append(notes, "статус «"+p.said+"» не распознан")
		} else if p.status != "" {
			statuses = append(statuses, p.status)
		}
		if p.date != "" && !hasDate(&rec.Appeal, p.date) {
			row.Kind = OtherDate
			notes = append(notes, "на портале дата "+p.date.Russian()+", здесь "+dateHere(&rec.Appeal))
		}
		if near := nearMiss(rec.Appeal.Number, p.number); near != "" {
			row.There = p.number
			notes = append(notes, "номер отличается только "+near)
		}
	}
	row.Date, row.StatusThere = rows[0].date, strings.Join(there, "; ")
	if otherStatuses(&rec.Appeal, statuses) {
		row.Kind = OtherStatus
	}
	if len(rows) > max(1, len(rec.Appeal.Questions)) {
		notes = append(notes, fmt.Sprintf("строк с этим номером в списке: %d", len(rows)))
	}
	if !r.inside[rec] {
		row.Kind = NotHere
		notes = append([]string{"есть в реестре, но не в выбранном: " + appeal.ReportingMonth(&rec.Appeal).Russian()},
			notes...)
	}
	row.Note = strings.Join(slices.Compact(notes), "; ")
	r.rows = append(r.rows, &row)
}

// otherStatuses reports whether the statuses differ. If the portal lists as many as there are
// questions, they must be the same in any order; else each of them must be one of the appeal's.
func otherStatuses(ap *appeal.Appeal, there []appeal.Status) bool {
	var here []appeal.Status
	for _, q := range ap.Questions {
		here = append(here, q.Status)
	}
	if len(here) == len(there) {
		return !slices.Equal(slices.Sorted(slices.Values(here)), slices.Sorted(slices.Values(there)))
	}
	return slices.ContainsFunc(there, func(s appeal.Status) bool { return !slices.Contains(here, s) })
}

func hasDate(ap *appeal.Appeal, d appeal.Date) bool {
	return slices.Contains([]appeal.Date{ap.CreateDate, ap.IncomingDate, ap.RegistrationDate}, d)
}

func dateHere(ap *appeal.Appeal) string {
	if d := merge.Date(ap); d != "" {
		return d.Russian()
	}
	return "не указана"
}

func kindOrder(k ReconcileKind) int {
	return slices.IndexFunc(ReconcileKinds, func(row ReconcileKindInfo) bool { return row.Kind == k })
}
