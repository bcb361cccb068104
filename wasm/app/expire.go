package app

import (
	"context"
	"maps"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// ExpiredReq has the age of appeals to delete.
type ExpiredReq struct {
	Months int `json:"months"` // since the answer, from 1
}

// ExpiredRes counts what a deletion would remove.
type ExpiredRes struct {
	State    string      `json:"state"`    // of these appeals, for [ExpireReq]
	Before   appeal.Date `json:"before"`   // answers before this day
	Appeals  int         `json:"appeals"`  // of all bodies
	Numbers  []string    `json:"numbers"`  // of the first appeals, at most mostNumbers
	Files    int         `json:"files"`    // answer files
	Archives int         `json:"archives"` // archives of the journal that lose their content
	Actions  int         `json:"actions"`  // actions that could not be undone afterwards
	Logs     int         `json:"logs"`     // logs of merges and imports that lose entries
}

// mostNumbers is the maximum of numbers in [ExpiredRes].
const mostNumbers = 100

// Expired counts the appeals that were answered long ago and have not changed since they were sent,
// and the other rows that contain their data.
func (a *App) Expired(ctx context.Context, req ExpiredReq) (ExpiredRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	x, err := a.expiry(ctx, req.Months)
	if err != nil {
		return ExpiredRes{}, explain.Error(err)
	}
	return x.res, nil
}

// ExpireReq repeats what [App.Expired] has counted.
type ExpireReq struct {
	Months int    `json:"months"`
	State  string `json:"state"` // from [ExpiredRes]; if the appeals have changed since, nothing is deleted
}

// ExpireRes counts what was deleted.
type ExpireRes struct {
	Deleted ExpiredRes `json:"deleted"`
	Clean   bool       `json:"clean"` // the browser's files have no remains of it either
}

// Expire deletes old appeals for good: with history and answer files, from stored archives and logs,
// and from the undo list. The rows of the journal stay, with their counts.
func (a *App) Expire(ctx context.Context, req ExpireReq) (ExpireRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	x, err := a.expiry(ctx, req.Months)
	switch {
	case err != nil:
		return ExpireRes{}, explain.Error(err)
	case x.res.State != req.State:
		return ExpireRes{}, changedMeanwhile()
	case x.res.Appeals == 0:
		return ExpireRes{}, rpc.Problem("nothing", "Удалять нечего.", "Таких обращений нет.")
	}
	if _, err := a.ledger.WriteLong(ctx, "Удаляем", x.ops); err != nil {
		return ExpireRes{}, explain.Error(err)
	}
	if err := a.load(context.WithoutCancel(ctx)); err != nil {
		return ExpireRes{}, explain.Error(err)
	}
	// The deletion itself has succeeded; remains disappear with time.
	clean := a.vault != nil && a.vault.Scrub(ctx, copyProgress(ctx, "Убираем следы удалённого")) == nil
	return ExpireRes{x.res, clean}, nil
}

// expiry is a deletion by age.
type expiry struct {
	app     *App
	day     appeal.Date
	gone    map[string]*register.Record
	numbers map[string]bool // of the deleted appeals, see [query.NumberKey]
	res     ExpiredRes
	ops     []store.Op
}

func (a *App) expiry(ctx context.Context, months int) (*expiry, error) {
	now, ok := a.office.Today().Time()
	if months < 1 || months > 1200 || !ok {
		return nil, rpc.Problem("months", "Такого срока нет.", "Выберите срок из списка.")
	}
	x := &expiry{app: a, day: appeal.DateOf(now.AddDate(0, -months, 0)), gone: map[string]*register.Record{},
		numbers: map[string]bool{}}
	x.res.Before = x.day
	for id, rec := range a.register.All() {
		if x.expired(rec) {
			x.gone[id] = rec
			x.numbers[query.NumberKey(rec.Appeal.Number)] = true
			x.res.Numbers = append(x.res.Numbers, rec.Appeal.ShownNumber())
			x.ops = append(x.ops, store.Op{Table: store.Appeals, Key: id, Rev: rec.Appeal.Rev})
		}
	}
	x.res.State = a.stateOf(slices.Collect(maps.Values(x.gone)))
	if x.res.Appeals = len(x.gone); x.res.Appeals == 0 {
		return x, nil
	}
	slices.Sort(x.res.Numbers)
	x.res.Numbers = x.res.Numbers[:min(len(x.res.Numbers), mostNumbers)]
	x.actions()
	for i, step := range []func(context.Context) error{x.derived, x.archives, x.logs, x.holdings} {
		if err := rpc.Report(ctx, i, 4, "Ищем данные удаляемых обращений"); err != nil {
			return nil, err
		}
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// expired reports whether each question of a record was answered or passed on before the day, and the
// record has not changed since the last archive.
func (x *expiry) expired(rec *register.Record) bool {
	ap := &rec.Appeal
	if _, ours := x.app.office.Profile(ap.ProfileID); !ours || ap.Draft || len(ap.Questions) == 0 {
		return false
	}
	for i := range ap.Questions {
		if last := lastDate(&ap.Questions[i]); last == "" || last >= x.day {
			return false
		}
	}
	return x.app.register.ExportState(rec) == register.Same
}

// lastDate returns the day of the answer or the last covering letter; "" = the question is open.
func lastDate(q *appeal.Question) appeal.Date {
	if status, known := appeal.StatusOf(q.Status); !known || status.Open {
		return ""
	}
	last := q.ResponseDate
	for _, t := range q.Transfers {
		last = max(last, t.TransferDate)
	}
	if _, ok := last.Time(); !ok {
		return ""
	}
	return last
}

// derived deletes rows of other tables whose key starts with the id of a record: «id» or «id/…».
func (x *expiry) derived(ctx context.Context) error {
	for _, table := range store.Tables() {
		if table == store.Appeals {
			continue
		}
		keys, err := x.app.ledger.Store.Keys(ctx, table)
		if err != nil {
			return err
		}
		for _, key := range keys {
			if id, _, _ := strings.Cut(key, "/"); x.gone[id] != nil {
				x.ops = append(x.ops, store.Op{Table: table, Key: key, Rev: store.AnyRev})
			}
		}
	}
	return nil
}
