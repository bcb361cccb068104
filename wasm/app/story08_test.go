package app_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/generate"
	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/merge"
	"rroform/wasm/query"
	"rroform/wasm/store"
)

// clerkCore is a colleague's own copy of the program.
func clerkCore(t testing.TB, who string) (*core, *store.Memory) {
	t.Helper()
	s := store.NewMemory()
	c := newCore(t, s, today)
	var all app.ProfilesRes
	c.must("profiles", app.ProfilesReq{}, &all)
	p := all.Profiles[0].Profile
	p.Name, p.DepartmentID, p.PersonID, p.PersonName, p.Position = "Администрация села Примерное", body1, "УИУЛ-000001",
		who, "Делопроизводитель"
	c.must("saveProfile", app.SaveProfileReq{Profile: p}, nil)
	return c, s
}

// three are the clerks of story 8 with 200 appeals each: ten overlaps have one
// origin, ten were typed twice; three of the first and two of the second were
// then edited at both places. Every third answer has a file.
type three struct {
	clerks   []*core
	distinct int
	values   map[string]int // number → how many clerks hold it
}

func threeClerks(t testing.TB) three {
	t.Helper()
	day, _ := appeal.Date(today).Time()
	g := generate.New(8, day)
	next := func(n int) appeal.Appeal {
		ap := g.Appeal("first")
		ap.Rev, ap.Number, ap.Name = 0, fmt.Sprintf("%d-М", n), "Иванов Иван "+fmt.Sprint(n)
		return ap
	}
	var out three
	out.values = map[string]int{}
	for _, who := range []string{"Образцова А. П.", "Петрова М. С.", "Сидоров К. К."} {
		c, _ := clerkCore(t, who)
		out.clerks = append(out.clerks, c)
	}
	enter := func(c *core, ap appeal.Appeal) appeal.Appeal {
		ap = ap.Clone()
		if ap.Questions[0].Attachment == nil && ap.Questions[0].Status == appeal.Answered {
			var n int
			fmt.Sscan(strings.TrimSuffix(ap.Number, "-М"), &n)
			ap.Questions[0].Attachment = c.put("Ответ.pdf", noise(n, 300)) // the same for the same appeal
		}
		out.values[ap.Number]++
		return c.save(ap).Appeal
	}
	a, b, d := out.clerks[0], out.clerks[1], out.clerks[2]
	n := 0
	for range 10 { // typed at both places, under other ids
		n++
		ap := next(n)
		enter(a, ap)
		other := ap.Clone()
		other.ID = fmt.Sprintf("00000000-0000-4000-8000-%012d", n)
		if n <= 2 {
			other.Address = "ул. Другая, д. 1"
		}
		enter(b, other)
	}
	var common []appeal.Appeal
	for range 10 { // handed from the first clerk to the third
		n++
		common = append(common, enter(a, next(n)))
	}
	var handed app.HandoverRes
	file := a.must("handover", app.HandoverReq{Filter: query.RegisterReq{Query: ""}}, &handed)[0]
	d.must("mergeOpen", incoming.MergeOpenReq{Names: []string{handed.Name}}, nil, file)
	d.must("mergeApply", incoming.MergeApplyReq{}, nil)
	for _, row := range d.register(query.RegisterReq{Size: 1000}).Rows {
		keep := false
		for _, ap := range common {
			keep = keep || ap.ID == row.ID
		}
		if !keep {
			d.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{row.ID}}, nil)
			continue
		}
		out.values[row.Number]++
	}
	for i, c := range out.clerks {
		c.now = c.now.Add(time.Hour * time.Duration(i+1))
	}
	for i, ap := range common[:6] {
		edit := func(c *core, address string) {
			card := c.get(ap.ID).Appeal
			card.Address = address
			c.save(card)
		}
		edit(d, "ул. Новая, д. "+fmt.Sprint(i)) // newer at the third
		if i < 3 {
			edit(a, "ул. Старая, д. "+fmt.Sprint(i)) // and at the first
		}
	}
	for _, c := range out.clerks {
		for c.register(query.RegisterReq{}).All < 200 {
			n++
			enter(c, next(n))
		}
	}
	out.distinct = len(out.values)
	return out
}

func (c *core) openMerge(names []string, files ...[]byte) incoming.MergePlan {
	c.t.Helper()
	var plan incoming.MergePlan
	c.must("mergeOpen", incoming.MergeOpenReq{Names: names}, &plan, files...)
	return plan
}

func (c *core) items(kind string) []incoming.MergeItem {
	c.t.Helper()
	var res incoming.MergeItemsRes
	c.must("mergeItems", incoming.MergeItemsReq{Kind: kind, Size: 1000}, &res)
	if res.Total != len(res.Items) {
		c.t.Fatalf("%d of %d items", len(res.Items), res.Total)
	}
	return res.Items
}

// rowsOf is what a table of the store holds, byte for byte but for revisions.
func rowsOf(t testing.TB, s store.Store, name store.Table) map[string]string {
	t.Helper()
	rows, err := s.All(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, row := range rows {
		out[row.Key] = string(row.Data)
	}
	return out
}

// TestStory08: three clerks with 200 appeals each, 20 overlaps, 5 conflicts:
// nothing is lost, an undo restores all, a second merge changes nothing.
func TestStory08(t *testing.T) {
	three := threeClerks(t)
	overlaps := 0
	for _, n := range three.values {
		overlaps += n - 1
	}
	if three.distinct != 580 || overlaps != 20 {
		t.Fatalf("the fixture has %d appeals, %d overlaps", three.distinct, overlaps)
	}
	c, s := clerkCore(t, "Главная Г. Г.")
	before := rowsOf(t, s, store.Appeals)
	var files [][]byte
	names := []string{"первый.zip", "второй.zip", "третий.zip"}
	for _, clerk := range three.clerks {
		files = append(files, clerk.backup())
	}
	plan := c.openMerge(names, files...)
	if plan.Open != 5 || plan.New != 580 || plan.Total.Conflict != 5 || plan.Total.New != 580 || plan.Total.Newer != 3 {
		t.Fatalf("%+v", plan)
	}
	c.refused("open", "mergeApply", incoming.MergeApplyReq{})
	decideFive(t, c)
	var done incoming.MergeRes
	c.must("mergeApply", incoming.MergeApplyReq{}, &done)
	if done.New != 580 || done.Same != 12 || done.Updated != 0 || done.Action == nil {
		t.Errorf("%+v", done)
	}
	nothingLost(t, c, s, three, done.LogID)
	t.Run("again", func(t *testing.T) { againChangesNothing(t, c, s, names, files) })
	var undone ledger.UndoRes
	c.must("undo", app.UndoReq{ID: done.Action.ID}, &undone)
	if after := rowsOf(t, s, store.Appeals); undone.Undone != 580 || !reflect.DeepEqual(after, before) {
		t.Errorf("%+v, %d appeals left", undone, len(after))
	}
	var logs app.LogsRes
	c.must("logs", app.LogsReq{}, &logs)
	for _, l := range logs.Logs {
		if (l.Undone != "") != (l.ID == done.LogID) {
			t.Errorf("%s undone %q", l.Label, l.Undone)
		}
	}
}

// decideFive decides each conflict in another way.
func decideFive(t *testing.T, c *core) {
	t.Helper()
	list := c.items("conflict")
	sides := []incoming.MergeSide{incoming.MergeHere, incoming.MergeFile, incoming.MergeFields, incoming.MergeFile,
		incoming.MergeHere}
	for i, it := range list {
		if it.Here.From == "" || len(it.Rows) == 0 || it.Rows[0].HereAt == "" || it.Rows[0].FileWho == "" {
			t.Errorf("%+v", it)
		}
		choice := incoming.MergeChoice{Key: it.Key, Side: sides[i]}
		if sides[i] == incoming.MergeFields {
			choice.Fields = map[string]merge.Side{}
			for n, row := range it.Rows {
				choice.Fields[row.Path] = []merge.Side{"file", "here"}[n%2]
			}
		}
		var plan incoming.MergePlan
		c.must("mergeDecide", incoming.MergeDecideReq{Choices: []incoming.MergeChoice{choice}}, &plan)
		if plan.Open != 4-i {
			t.Errorf("after decision %d: %+v", i, plan)
		}
	}
}

// nothingLost counts by itself: every appeal of every clerk is in the register,
// and every value of it is there or in the log.
func nothingLost(t *testing.T, c *core, s store.Store, three three, logID string) {
	t.Helper()
	have := map[string]appeal.Appeal{}
	for id, row := range rowsOf(t, s, store.Appeals) {
		var ap appeal.Appeal
		if err := json.Unmarshal([]byte(row), &ap); err != nil || ap.ID != id {
			t.Fatalf("%s: %v", row, err)
		}
		if _, twice := have[ap.Number]; twice {
			t.Errorf("%s is there twice", ap.Number)
		}
		have[ap.Number] = ap
	}
	var log app.LogRes
	c.must("log", app.LogReq{ID: logID}, &log)
	if len(log.Entries) != 600 || len(log.Log.Sources) != 3 {
		t.Errorf("%d entries", len(log.Entries))
	}
	lost := map[string]string{}
	for _, e := range log.Entries {
		for _, v := range e.Lost {
			lost[e.Number] += v.Lost + "\n"
		}
	}
	for _, clerk := range three.clerks {
		for _, row := range clerk.register(query.RegisterReq{Size: 1000}).Rows {
			card := clerk.get(row.ID).Appeal
			now, there := have[card.Number]
			if !there {
				t.Fatalf("%s is lost", card.Number)
			}
			said := map[string]string{}
			for _, v := range now.Values() {
				said[v.Path] = v.Text
			}
			for _, v := range card.Values() {
				if said[v.Path] != v.Text && !strings.Contains(lost[card.Number], v.Text) {
					t.Errorf("%s: %s = %q is neither in the register (%q) nor in the log %q", card.Number, v.Path,
						v.Text, said[v.Path], lost[card.Number])
				}
			}
			for i, q := range now.Questions {
				if q.Attachment == nil {
					continue
				}
				if i < len(card.Questions) && card.Questions[i].Attachment != nil &&
					card.Questions[i].Attachment.SHA256 == q.Attachment.SHA256 {
					mine := c.must("getFile", app.GetFileReq{FileID: q.Attachment.FileID}, nil)[0]
					if theirs := clerk.must("getFile", app.GetFileReq{FileID: card.Questions[i].Attachment.FileID},
						nil)[0]; string(mine) != string(theirs) {
						t.Errorf("%s: another file", card.Number)
					}
				}
			}
		}
	}
}

// againChangesNothing merges the same files a second time, in another order too.
func againChangesNothing(t *testing.T, c *core, s store.Store, names []string, files [][]byte) {
	want := rowsOf(t, s, store.Appeals)
	for _, order := range [][]int{{0, 1, 2}, {2, 0, 1}} {
		var by []string
		var of [][]byte
		for _, i := range order {
			by, of = append(by, names[i]), append(of, files[i])
		}
		plan := c.openMerge(by, of...)
		if plan.Open != 0 || plan.New != 0 || plan.Updated != 0 {
			t.Errorf("order %v: %+v", order, plan)
		}
		var done incoming.MergeRes
		c.must("mergeApply", incoming.MergeApplyReq{}, &done)
		if done.Action != nil || !reflect.DeepEqual(rowsOf(t, s, store.Appeals), want) {
			t.Errorf("order %v: %+v", order, done)
		}
	}
}
