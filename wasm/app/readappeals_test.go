package app_test

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/query"
	"rroform/wasm/store"
)

// stumbling is a store that starts each reading again halfway, or fails there.
type stumbling struct {
	store.Store
	breaks error
}

func (s *stumbling) Each(ctx context.Context, table store.Table, take func(from int, rows []store.Row) error) error {
	rows, err := s.All(ctx, table)
	if err != nil {
		return err
	}
	if err := take(0, rows[:len(rows)/2]); err != nil {
		return err
	}
	if s.breaks != nil {
		return s.breaks
	}
	return s.Store.Each(ctx, table, take)
}

// TestReadAnew: if the store starts a reading again, each appeal is read once and each damaged row is
// reported once. If it fails, memory stays as it is.
func TestReadAnew(t *testing.T) {
	c, s := newFilled(t)
	for i := range 9 {
		c.save(direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05"))
	}
	for _, row := range c.register(query.RegisterReq{Sort: query.ByNumber, Size: 2}).Rows {
		s.Spoil(store.Appeals, row.ID, func(b []byte) []byte { return b[:len(b)-4] })
	}
	want, stumbles := newCore(t, s, today), &stumbling{Store: s}
	c = newCore(t, stumbles, today)
	all := query.RegisterReq{Sort: query.ByNumber, Size: 20}
	if got := c.register(all); !reflect.DeepEqual(got, want.register(all)) || got.Total != 7 {
		t.Errorf("register %v of %d", numbers(got.Rows), got.Total)
	}
	if got := c.damaged(); !reflect.DeepEqual(got, want.damaged()) || len(got) != 2 {
		t.Errorf("damaged %+v", got)
	}
	before := c.register(all)
	stumbles.breaks = store.ErrGone
	if _, err := c.call(t.Context(), "reload", app.ReloadReq{}, nil); err == nil {
		t.Error("a reading that broke off is a success")
	}
	if got := c.register(all); !reflect.DeepEqual(got, before) {
		t.Errorf("after that the register shows %v", numbers(got.Rows))
	}
}
