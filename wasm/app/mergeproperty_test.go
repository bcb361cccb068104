package app_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/generate"
	"rroform/wasm/incoming"
	"rroform/wasm/merge"
	"rroform/wasm/query"
	"rroform/wasm/store"
)

// copyOf packs appeals as a colleague's backup would hold them.
func copyOf(t testing.TB, departmentID string, files map[string][]byte, appeals ...appeal.Appeal) []byte {
	t.Helper()
	encode := func(v any) json.RawMessage {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	rows := map[string]json.RawMessage{}
	for _, ap := range appeals {
		ap.ProfileID = "theirs"
		rows[ap.ID] = encode(ap)
	}
	data, err := exchange.WriteBackup(
		exchange.Dump{Head: exchange.Head{Version: store.Version()}, Text: map[string]map[string]json.RawMessage{
			"appeals": rows, "profiles": {"theirs": encode(appeal.Profile{ID: "theirs", DepartmentID: departmentID})}},
			Binary: map[string]map[string][]byte{"files": files}})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// scribble changes one thing of an appeal, any that a part of it can be.
func scribble(r *rand.Rand, ap *appeal.Appeal, mark string) {
	q := &ap.Questions[r.IntN(len(ap.Questions))]
	yes := r.IntN(2) == 0
	changes := []func(){
		func() { ap.Address = "адрес " + mark }, func() { ap.Name = "имя " + mark },
		func() { ap.Email = mark + "@example.com" },
		func() { ap.IsDirect = !ap.IsDirect }, func() { ap.Format = appeal.Electronic },
		func() { ap.Draft = !ap.Draft },
		func() { ap.CreateDate = "2026-10-01" }, func() { ap.IncomingDate = "32." + appeal.Date(mark) },
		func() { ap.RegistrationDate = "2026-10-03" },
		func() { ap.Extra = appeal.Extra{"note": json.RawMessage(`"` + mark + `"`)} },
		func() { q.Code = "код " + mark }, func() { q.Status = appeal.Transferred },
		func() { q.Status = appeal.Status(mark) },
		func() { q.IncomingDate = "2026-10-07" }, func() { q.RegistrationDate = "2026-10-08" },
		func() { q.ResponseDate = "2026-10-09" },
		func() { q.ActionsTaken = &yes }, func() { q.Extra = appeal.Extra{"more": json.RawMessage(`1`)} },
		func() {
			q.Transfers = append(q.Transfers,
				appeal.Transfer{DepartmentName: "орган " + mark, TransferNumber: "№" + mark})
		},
		func() { q.Attachment = &appeal.Attachment{FileID: "f" + mark, Name: mark + ".pdf"} },
		func() { q.Attachment = nil },
		func() { ap.Questions = append(ap.Questions, appeal.Question{Code: "вопрос " + mark}) },
		func() { ap.Questions = ap.Questions[:max(1, len(ap.Questions)-1)] },
	}
	changes[r.IntN(len(changes))]()
}

// TestMergeLosesNothing: whatever copies were made of what, and whatever is
// decided, every value of every file is in the register or in the log, an undo
// restores the register, and what was decided is not asked again.
func TestMergeLosesNothing(t *testing.T) {
	day, _ := appeal.Date(today).Time()
	seeds := uint64(60)
	if testing.Short() {
		seeds = 6
	}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 2))
		c, s := newFilled(t)
		var bases []appeal.Appeal
		g := generate.New(seed, day)
		for n := range 4 {
			ap := g.Appeal("first")
			ap.Rev, ap.Number = 0, fmt.Sprintf("%d-П", n)
			bases = append(bases, c.save(ap).Appeal)
		}
		var names []string
		var files [][]byte
		theirs := map[string]appeal.Appeal{} // by file and number
		for n := range 3 + r.IntN(4) {
			ap := bases[r.IntN(len(bases))].Clone()
			from := ap.Clone()
			mark := fmt.Sprintf("%d%d", seed, n)
			for range 1 + r.IntN(4) {
				scribble(r, &ap, mark)
			}
			switch r.IntN(4) {
			case 0: // typed anew, or from another program
				ap.ID, ap.History = fmt.Sprintf("00000000-0000-4000-8000-%012d", n), nil
			case 1: // goes on
				ap.History = appeal.Record(ap.History, &from, &ap, "Петрова", day.Add(time.Duration(n)*time.Hour))
			case 2:
				ap.ID, ap.Number = fmt.Sprintf("00000000-0000-4000-8000-%012d", 100+n), fmt.Sprintf("новый %d", n)
			}
			name := fmt.Sprintf("копия %d.zip", n)
			names, files = append(names, name),
				append(files, copyOf(t, body1, map[string][]byte{"f" + mark: []byte(mark)}, ap))
			theirs[name] = ap
		}
		for _, ap := range bases[:2] { // and the register goes on too
			scribble(r, &ap, "здесь")
			c.now = c.now.Add(time.Hour)
			c.save(ap)
		}
		was := map[string]appeal.Appeal{}
		for _, row := range c.register(query.RegisterReq{}).Rows {
			was[row.ID] = c.get(row.ID).Appeal
		}
		before := rowsOf(t, s, store.Appeals)
		c.openMerge(names, files...)
		decideAtRandom(t, c, r)
		var done incoming.MergeRes
		c.must("mergeApply", incoming.MergeApplyReq{}, &done)
		var log app.LogRes
		c.must("log", app.LogReq{ID: done.LogID}, &log)
		lost := map[string]string{}
		for _, e := range log.Entries {
			for _, v := range e.Lost {
				lost[e.AppealID] += v.Lost + "\n"
			}
		}
		for _, e := range log.Entries {
			if ap, there := theirs[e.Source]; there && !strings.HasPrefix(e.Kind, "не") {
				accounted(t, c, fmt.Sprint(seed, " ", e.Source), ap, e.AppealID, lost[e.AppealID])
			}
		}
		for id, ap := range was {
			accounted(t, c, fmt.Sprint(seed, " register"), ap, id, lost[id])
		}
		after := rowsOf(t, s, store.Appeals)
		if plan := c.openMerge(names, files...); plan.Open != 0 || plan.New != 0 || plan.Updated != 0 {
			t.Errorf("seed %d: merged again: %+v\n%+v", seed, plan, log.Entries)
		}
		c.must("mergeApply", incoming.MergeApplyReq{}, nil)
		if !reflect.DeepEqual(rowsOf(t, s, store.Appeals), after) {
			t.Errorf("seed %d: a second merge has changed the register", seed)
		}
		if done.Action != nil {
			c.must("undo", app.UndoReq{ID: done.Action.ID}, nil)
			if !reflect.DeepEqual(rowsOf(t, s, store.Appeals), before) {
				t.Errorf("seed %d: not undone", seed)
			}
		}
	}
}

// decideAtRandom decides all conflicts, and turns some of the others round.
func decideAtRandom(t *testing.T, c *core, r *rand.Rand) {
	t.Helper()
	for range 50 {
		var choices []incoming.MergeChoice
		for _, kind := range []string{"conflict", "newer", "older"} {
			for _, it := range c.items(kind) {
				if it.Decided && (kind == "conflict" || r.IntN(4) > 0) {
					continue
				}
				side := []incoming.MergeSide{incoming.MergeHere, incoming.MergeFile, incoming.MergeFields,
					incoming.MergeBoth}[r.IntN(4)]
				choice := incoming.MergeChoice{Key: it.Key, Side: side, Fields: map[string]merge.Side{}}
				for _, row := range it.Rows {
					choice.Fields[row.Path] = []merge.Side{merge.Here, merge.File}[r.IntN(2)]
				}
				choices = append(choices, choice)
			}
		}
		var plan incoming.MergePlan
		c.must("mergeDecide", incoming.MergeDecideReq{Choices: choices}, &plan)
		if plan.Open == 0 {
			return
		}
	}
	t.Fatal("never decided")
}

// accounted checks that each value is in the register's appeal, at whatever
// place among questions, or in what the log says was lost.
func accounted(t *testing.T, c *core, where string, ap appeal.Appeal, id, lost string) {
	t.Helper()
	said := map[string]bool{}
	for _, v := range func() []appeal.Value { now := c.get(id).Appeal; return now.Values() }() {
		said[appeal.GenericPath(v.Path)+"="+v.Text] = true
	}
	for _, v := range ap.Values() {
		if !said[appeal.GenericPath(v.Path)+"="+v.Text] && !strings.Contains(lost, v.Text) {
			t.Errorf("seed %s, %s: %s = %q is neither in the register nor in the log: %q", where, ap.Number, v.Path,
				v.Text, lost)
		}
	}
}
