package app_test

import (
	"context"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/forming"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// bursting is a store that panics after a write is done, on demand.
type bursting struct {
	store.Store
	burst bool
}

func (b *bursting) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	revs, err := b.Store.Write(ctx, ops)
	if b.burst {
		b.burst = false
		panic("after the write")
	}
	return revs, err
}

func (c *core) filled() {
	c.t.Helper()
	c.fillProfile("first", "Администрация села Примерное", body1)
}

// TestPanicInCall: a panic is an error of the call it happens in; the core goes
// on, and knows what was written before it.
func TestPanicInCall(t *testing.T) {
	s := &bursting{Store: store.NewMemory()}
	c := newCore(t, s, today)
	c.filled()
	kept := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	s.burst = true
	e := c.refused(rpc.CodeInternal, "saveAppeal", app.SaveAppealReq{Appeal: direct("2-ОГ", "2026-10-06")})
	if !strings.Contains(e.Text, "ошибка") || e.Hint == "" || strings.Contains(e.Text+e.Hint, "panic") {
		t.Errorf("%+v", e)
	}
	rows := c.register(query.RegisterReq{}).Rows
	if len(rows) != 2 {
		t.Fatalf("the register shows %+v, want what was written too", rows)
	}
	kept.Name = "Другое имя"
	s.burst = true
	c.refused(rpc.CodeInternal, "saveAppeal", app.SaveAppealReq{Appeal: kept})
	var card app.Card
	c.must("getAppeal", app.AppealIDReq{ID: kept.ID}, &card)
	if card.Appeal.Name != "Другое имя" || card.Appeal.Rev != kept.Rev+1 {
		t.Errorf("after a half-done save the core knows %+v", card.Appeal)
	}
	card.Appeal.Address = "с. Новое"
	c.save(card.Appeal) // no conflict
}

// TestPanicInHello: the store is given back, and the next hello opens it again.
func TestPanicInHello(t *testing.T) {
	s := store.NewMemory()
	newCore(t, s, today).filled()
	first := true
	c := newSilentCore(t, func(context.Context) (store.Store, error) {
		if first {
			first = false
			panic("while opening")
		}
		return s, nil
	}, today)
	c.refused(rpc.CodeInternal, "hello", app.HelloReq{})
	if h := c.hello(); h.Empty {
		t.Errorf("%+v", h)
	}
}

// TestPanicOnRecord: one record on which a rule panics closes nothing. It is set
// aside, named, goes into the backup, and is back when the program is mended.
func TestPanicOnRecord(t *testing.T) {
	s := store.NewMemory()
	c := newCore(t, s, today)
	c.filled()
	for _, n := range []string{"1-ОГ", "2-ОГ", "3-ОГ"} {
		c.save(direct(n, "2026-10-05"))
	}
	for name, call := range map[string]func(c *core){
		"today":         func(c *core) { c.must("today", app.TodayReq{}, nil) },
		"register":      func(c *core) { c.must("register", query.RegisterReq{}, nil) },
		"checkRegister": func(c *core) { c.must("checkRegister", register.CheckRegisterReq{}, nil) },
		"plan":          func(c *core) { c.must("plan", forming.PlanReq{Month: october}, nil) },
		"remarks":       func(c *core) { c.must("remarks", app.RemarksReq{}, nil) },
		"reload":        func(c *core) { c.must("reload", app.ReloadReq{}, nil); c.must("today", app.TodayReq{}, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			c := newCore(t, s, today)
			c.t = t
			app.PanicOn(t, "2-ОГ")
			call(c)
			c.must("checkRegister", register.CheckRegisterReq{}, nil)
			if rows := c.register(query.RegisterReq{}).Rows; len(rows) != 2 {
				t.Errorf("%d rows, want the other two", len(rows))
			}
			if h := c.hello(); h.Failing != 1 || h.Damaged != 0 {
				t.Errorf("hello: %+v", h)
			}
			var d app.DamagedRes
			c.must("damaged", app.DamagedReq{}, &d)
			if len(d.Rows) != 1 || d.Rows[0].Number != "2-ОГ" || !d.Rows[0].Failing || d.Rows[0].Readable {
				t.Fatalf("%+v", d)
			}
			var b app.BackupRes
			backup := c.must("backup", app.BackupReq{}, &b)[0]
			other := newCore(t, store.NewMemory(), today)
			var in app.CheckBackupRes
			other.must("checkBackup", app.CheckBackupReq{}, &in, backup)
			if in.Appeals != 3 {
				t.Errorf("the backup holds %d appeals, want all 3", in.Appeals)
			}
			if got, err := s.Get(t.Context(), store.Appeals, d.Rows[0].Key); err != nil || got.Damaged {
				t.Errorf("the row: %v", err)
			}
		})
	}
	c = newCore(t, s, today)
	if rows := c.register(query.RegisterReq{}).Rows; len(rows) != 3 {
		t.Errorf("%d rows after the program was mended", len(rows))
	}
}

// TestNews: the page hears that something was set aside with the answer of the
// call in which it happened.
func TestNews(t *testing.T) {
	s := store.NewMemory()
	c := newCore(t, s, today)
	c.filled()
	c.save(direct("2-ОГ", "2026-10-05"))
	c = newCore(t, s, today)
	app.PanicOn(t, "2-ОГ")
	for _, want := range []bool{true, false} {
		answer, _ := c.mux.Serve(t.Context(), []byte(`{"id":1,"method":"checkRegister"}`))
		if strings.Contains(string(answer), `"news":true`) != want {
			t.Errorf("%s, want news %v", answer, want)
		}
	}
}
