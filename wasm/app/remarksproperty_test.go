package app_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/store"
	"rroform/wasm/table"
)

// TestRemarksAreFresh: whatever way a register was reached, its remarks are
// those of a core that has just been opened on it, at the first asking.
func TestRemarksAreFresh(t *testing.T) {
	seeds, steps := uint64(3), 12
	if testing.Short() {
		seeds, steps = 1, 8
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			w := newWay(t, seed)
			w.importRows(1100) // more than are compared in passing
			w.holds("a large import")
			for range steps {
				w.holds(w.step())
			}
		})
	}
}

// way is a register that is changed at random.
type way struct {
	*core
	s store.Store
	t *testing.T
	r *rand.Rand
	n int // rows imported
}

func newWay(t *testing.T, seed uint64) *way {
	c, s := newFilled(t)
	return &way{c, s, t, rand.New(rand.NewPCG(seed, 14)), 0}
}

// remarks are those of a core, the second time too.
func (w *way) remarks(c *core) app.RemarksRes {
	w.t.Helper()
	var first, again app.RemarksRes
	c.must("remarks", app.RemarksReq{}, &first)
	c.must("remarks", app.RemarksReq{}, &again)
	if !reflect.DeepEqual(first, again) {
		w.t.Fatalf("%s, asked again: %s", levels(first), levels(again))
	}
	return first
}

func levels(r app.RemarksRes) string {
	text := fmt.Sprintf("%d errors, %d warnings, %d advice in %d appeals:", r.Errors, r.Warnings, r.Advice, r.Appeals)
	for _, g := range r.Groups {
		text += fmt.Sprint(" ", g.Rule.Code, " ", g.Count)
	}
	return text
}

func (w *way) holds(after string) {
	w.t.Helper()
	day := w.now.Format("2006-01-02")
	fresh := w.remarks(newCore(w.t, w.s, day))
	if got := w.remarks(w.core); !reflect.DeepEqual(got, fresh) {
		w.t.Fatalf("after %s: %s; fresh %s", after, levels(got), levels(fresh))
	}
	if strings.Count(levels(fresh), " D-0") < 3 {
		w.t.Fatalf("after %s: %s: nothing to compare", after, levels(fresh))
	}
	fresh2 := newCore(w.t, w.s, day)
	for _, g := range fresh.Groups {
		if !strings.HasPrefix(g.Rule.Code, "D-") {
			continue
		}
		for _, item := range g.Items[:min(len(g.Items), 5)] { // a card says the same as the list, on both sides
			card, other := fresh2.get(item.ID), fresh2.get(item.Finding.Link.ID)
			if !hasDouble(card, g.Rule.Code, item.Finding.Link.ID) || len(doubles(other)) == 0 {
				w.t.Fatalf("after %s: %s is not flagged on both sides: %v, %v", after, g.Rule.Code, doubles(card),
					doubles(other))
			}
		}
	}
}

func hasDouble(card app.Card, rule, id string) bool {
	for _, f := range card.Findings {
		if f.Rule == rule && f.Link != nil && f.Link.ID == id {
			return true
		}
	}
	return false
}

// importRows takes rows in, of which every tenth repeats an earlier one in some way.
func (w *way) importRows(n int) {
	var b strings.Builder
	b.WriteString("Рег. №;Дата поступления;Дата регистрации;ФИО заявителя;Адрес;Код вопроса;Результат рассмотрения\n")
	for range n {
		w.n++
		number, who, rest := w.n, w.n, "Иван Ильич"
		switch w.r.IntN(20) {
		case 0:
			number = 1 + w.r.IntN(w.n) // the number of another day
		case 1:
			who = 1 + w.r.IntN(w.n) // the person again
		case 2:
			who, rest = 1+w.r.IntN(w.n), "И. И." // … by initials
		}
		fmt.Fprintf(&b, "%d-ОГ;%[2]d.10.2026;%[2]d.10.2026;Заявитель%[3]d %[4]s;с. Примерное, д. "+
			"%[3]d;0003.0009.0097.0694;Находится на рассмотрении\n",
			number, 1+w.r.IntN(28), who, rest)
	}
	w.importTable(w.mapped(w.openTable("t.csv", b.String()), map[string]string{table.Direct: table.Yes}), false)
}

// step does one random thing and names it.
func (w *way) step() string {
	w.t.Helper()
	var ids register.RegisterIDsRes
	w.must("registerIds", query.RegisterReq{}, &ids)
	w.r.Shuffle(len(ids.IDs), func(i, j int) { ids.IDs[i], ids.IDs[j] = ids.IDs[j], ids.IDs[i] })
	some := ids.IDs[:1+w.r.IntN(40)]
	switch w.r.IntN(7) {
	case 0:
		w.importRows(30)
		return "an import"
	case 1:
		code := []string{"0003.0009.0097.0693", "0002.0014.0143.0389"}[w.r.IntN(2)]
		w.must("massEdit", app.MassReq{IDs: some, Edit: app.MassEdit{Code: code, Status: appeal.InWork}, Apply: true},
			nil)
		return "a mass change"
	case 2:
		var actions app.ActionsRes
		w.must("actions", app.ActionsReq{}, &actions)
		if len(actions.Actions) > 1 { // the large import stays
			w.must("undo", app.UndoReq{ID: actions.Actions[0].ID}, nil)
		}
		return "an undo"
	case 3:
		w.core = newCore(w.t, w.s, w.now.Format("2006-01-02"))
		return "a reload"
	case 4:
		data := w.backup()
		w.s = store.NewMemory()
		w.core = newCore(w.t, w.s, w.now.Format("2006-01-02"))
		w.must("restore", app.RestoreReq{}, nil, data)
		return "a restore"
	case 5:
		ap := w.get(some[0]).Appeal
		ap.Name, ap.RegistrationDate = w.get(some[len(some)-1]).Appeal.Name, "2026-10-30"
		w.save(ap)
		return "a save"
	default:
		w.must("deleteAppeals", app.DeleteAppealsReq{IDs: some[:1]}, nil)
		return "a deletion"
	}
}
