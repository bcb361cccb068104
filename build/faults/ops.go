package faults

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/forming"
	"rroform/wasm/incoming"
	"rroform/wasm/tables"
)

// operation is an operation of a clerk.
type operation struct {
	name   string
	weight int // how often it is done, of all weights together
	// prepare prepares the operation and sets the journal's flight. The function it
	// returns does the operation and records the acknowledgement in the journal.
	prepare func(*run) (func(context.Context) error, error)
}

var operations = []operation{
	{"typing", 3, (*run).typing},
	{"mass", 1, (*run).mass},
	{"import", 1, (*run).importTable},
	{"merge", 1, (*run).merge},
	{"restore", 1, (*run).restore},
	{"archive", 1, (*run).archive},
}

// anyOperation chooses an operation at random, or the one of Options.Only.
func (r *run) anyOperation() operation {
	if r.Only != "" {
		return *operationNamed(r.Only)
	}
	return weighted(r.random, operations, func(op operation) int { return op.weight })
}

// weighted picks an item of a list at random by weight.
func weighted[T any](random *rand.Rand, list []T, weight func(T) int) T {
	sum := 0
	for _, x := range list {
		sum += weight(x)
	}
	n := random.IntN(sum)
	for _, x := range list {
		if n -= weight(x); n < 0 {
			return x
		}
	}
	return list[len(list)-1]
}

func operationNames() (names []string) {
	for _, op := range operations {
		names = append(names, op.name)
	}
	return names
}

func operationNamed(name string) *operation {
	for i := range operations {
		if operations[i].name == name {
			return &operations[i]
		}
	}
	return nil
}

// perform does an operation until it ends or the program is ended.
func (r *run) perform(op operation, k *killing) (time.Duration, error) {
	do, err := op.prepare(r)
	if err != nil {
		return 0, fmt.Errorf("prepare: %w", err)
	}
	ctx, cancel := context.WithTimeout(r.browser.tab, patience)
	defer cancel()
	done := make(chan error, 1)
	start := time.Now()
	go func() { done <- do(ctx) }()
	if k == nil {
		err := <-done
		took := time.Since(start)
		if r.usual[op.name] = took; err != nil {
			return 0, fmt.Errorf("%s: %w", op.name, err)
		}
		return took, nil
	}
	time.Sleep(k.after)
	err = k.end.do(r.browser)
	if !k.end.goesOn() {
		cancel()
	}
	<-done // the error does not matter: only an acknowledgement counts
	cancel()
	r.browser.listen(nil)
	if err != nil {
		return 0, err
	}
	if err := k.end.again(r.browser); err != nil {
		r.tally.Unreadable++
		r.say("the program does not come back after %s of %s: %v", k.end.name, op.name, err)
		return 0, r.anew()
	}
	return time.Since(start), nil
}

// acknowledged records in the journal that the running operation is done.
func (r *run) acknowledged() {
	r.tally.Acknowledged++
	r.log.landed()
}

// some returns the numbers of some appeals of the register.
func (r *run) some() []string {
	all := r.log.numbers()
	r.random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:1+r.random.IntN(len(all))]
}

func (r *run) mass() (func(context.Context) error, error) {
	day := appeal.DateOf(time.Date(2026, 10, 7+r.random.IntN(24), 0, 0, 0, 0, time.UTC))
	after := maps.Clone(r.log.sure)
	var ids []string
	changed := 0
	for _, n := range r.some() {
		ids = append(ids, r.log.ids[n])
		if after[n+"/answer"] != string(day) {
			after[n+"/answer"] = string(day)
			changed++
		}
	}
	r.log.flight = &flight{after: after, steps: changed}
	return func(ctx context.Context) error {
		err := r.browser.ask(ctx, "massEdit", app.MassReq{IDs: ids, Edit: app.MassEdit{ResponseDate: day}, Apply: true},
			nil, nil)
		if err == nil {
			r.acknowledged()
		}
		return err
	}, nil
}

// taken sets the flight for appeals that are added together.
func (r *run) taken(list []appeal.Appeal) {
	after := maps.Clone(r.log.sure)
	added(after, list)
	r.log.flight = &flight{after: after, steps: len(list), log: true}
}

func (r *run) importTable() (func(context.Context) error, error) {
	list, _ := r.fresh(30, 0, 0)
	r.taken(list)
	return func(ctx context.Context) error {
		var info tables.TableInfo
		if err := r.browser.ask(ctx, "openTable", tables.OpenTableReq{Name: "таблица.csv", Kind: tables.TableText},
			&info, csv(list)); err != nil {
			return err
		}
		var res incoming.TakenRes
		if err := r.browser.ask(ctx, "importTable", tables.ImportTableReq{ID: info.ID}, &res, nil); err != nil {
			return err
		}
		if res.New != len(list) {
			return fmt.Errorf("%d of %d rows were imported", res.New, len(list))
		}
		r.acknowledged()
		return nil
	}, nil
}

func (r *run) merge() (func(context.Context) error, error) {
	list, files := r.fresh(30, 6, 100<<10)
	data, err := file(exchange.KindHandover, list, files)
	if err != nil {
		return nil, err
	}
	r.taken(list)
	return func(ctx context.Context) error {
		if err := r.browser.ask(ctx, "mergeOpen", incoming.MergeOpenReq{Names: []string{"передача.zip"}}, nil,
			data); err != nil {
			return err
		}
		var res incoming.MergeRes
		if err := r.browser.ask(ctx, "mergeApply", incoming.MergeApplyReq{}, &res, nil); err != nil {
			return err
		}
		if res.New != len(list) {
			return fmt.Errorf("%d of %d appeals were merged", res.New, len(list))
		}
		r.acknowledged()
		return nil
	}, nil
}

func (r *run) restore() (func(context.Context) error, error) {
	list, files := r.fresh(100, 8, 100<<10)
	data, err := file(exchange.KindBackup, list, files)
	if err != nil {
		return nil, err
	}
	after := register{}
	added(after, list)
	r.log.flight = &flight{after: after, all: true}
	return func(ctx context.Context) error {
		var res app.RestoreRes
		if err := r.browser.ask(ctx, "restore", app.RestoreReq{}, &res, data); err != nil {
			return err
		}
		if res.Appeals != len(list) {
			return fmt.Errorf("%d of %d appeals were restored", res.Appeals, len(list))
		}
		r.acknowledged()
		for _, ap := range list {
			r.log.ids[ap.Number] = ap.ID
		}
		return nil
	}, nil
}

func (r *run) archive() (func(context.Context) error, error) {
	r.log.flight = &flight{after: r.log.sure, archive: true}
	return func(ctx context.Context) error {
		var res forming.BuildRes
		if err := r.browser.ask(ctx, "build", forming.PlanReq{Month: october}, &res, nil); err != nil {
			return err
		}
		r.acknowledged()
		r.log.sure["archive/"+res.Archive.ID] = whole
		return nil
	}, nil
}
