package app_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/forming"
	"rroform/wasm/incoming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// TestNothingStale: after any change, a core with caches lists and writes the same as a new core.
func TestNothingStale(t *testing.T) {
	c, s := newFilled(t)
	r := rand.New(rand.NewSource(1))
	w := &work{core: c, r: r}
	for range 6 {
		w.enter()
	}
	built := 0
	for step := range 30 {
		name := w.step()
		if r.Intn(3) > 0 {
			c.must("prepareArchive", forming.PlanReq{Month: october}, nil)
		}
		if r.Intn(4) == 0 {
			continue // several changes without a look
		}
		fresh := newCore(t, s, today)
		fresh.now = c.now
		have, want := c.plan(october), fresh.plan(october)
		have.Earlier, want.Earlier = nil, nil // those of the fresh one are news
		for _, rows := range [][]forming.PlanRow{have.In, have.Out, want.In, want.Out} {
			for i := range rows {
				rows[i].Exported = ""
				// Doubles stand in the order in which they were found.
				slices.SortStableFunc(rows[i].Findings, func(x, y rules.Finding) int {
					return cmp.Compare(x.Rule+x.Text, y.Rule+y.Text)
				})
			}
		}
		if x, y := asJSON(t, have), asJSON(t, want); x != y {
			t.Fatalf("step %d, %s: remembered\n%s\nanew\n%s", step, name, x, y)
		}
		if len(want.In) == 0 || len(want.Blocked) > 0 {
			continue
		}
		built++
		a, b := c.build(october), fresh.build(october)
		if len(a.Parts) != len(b.Parts) || asJSON(t, c.entries(a)) != asJSON(t, fresh.entries(b)) ||
			asJSON(t, a.LeftOut) != asJSON(t, b.LeftOut) {
			t.Fatalf("step %d, %s: journal\n%+v\n%+v", step, name, a, b)
		}
		for i := range a.Parts {
			if !bytes.Equal(c.part(a, i), fresh.part(b, i)) {
				t.Fatalf("step %d, %s: another archive", step, name)
			}
		}
		w.slow(a)
	}
	if built < 10 {
		t.Errorf("only %d archives: this test sees too little", built)
	}
}

// work is a clerk who does anything.
type work struct {
	*core
	r       *rand.Rand
	entered int
	classes bool // a classifier pack is loaded
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.Intn(len(list))] }

func (w *work) step() string {
	steps := []struct {
		name string
		do   func()
	}{{"enter", w.enter}, {"edit", w.edit}, {"edit", w.edit}, {"edit", w.edit}, {"delete", w.delete}, {"undo", w.undo},
		{"mass edit", w.mass}, {"body", w.body},
		{"format", w.format}, {"day", w.day}, {"classifier", w.classifier},
		{"reload", func() { w.must("reload", app.ReloadReq{}, nil) }},
		{"import", w.accept}, {"merge", w.merge}}
	step := steps[w.r.Intn(len(steps))]
	step.do()
	return step.name
}

func (w *work) file() *appeal.Attachment {
	if w.r.Intn(3) == 0 {
		return nil
	}
	w.entered++
	return w.put("Ответ.pdf", noise(w.entered, 1+w.r.Intn(40_000)))
}

func (w *work) number() string {
	w.entered++
	return pick(w.r, "А26-%d", "%d-ОГ")
}

func (w *work) enter() {
	ap := fromAdministration(fmt.Sprintf(w.number(), w.entered), "2026-10-05", w.file())
	if w.r.Intn(2) == 0 {
		ap = direct(fmt.Sprintf(w.number(), w.entered), "2026-10-06")
	}
	n := w.entered / 3 // some agree in it: of too many doubles only the first ones are told
	ap.Name, ap.Address = fmt.Sprintf("Фамилия%d Иван Иванович", n), fmt.Sprintf("с. Примерное, д. %d", n)
	w.save(ap)
}

// some is an appeal of the register, nil when there is none.
func (w *work) some() *appeal.Appeal {
	rows := w.register(query.RegisterReq{}).Rows
	if len(rows) == 0 {
		return nil
	}
	ap := w.get(rows[w.r.Intn(len(rows))].ID).Appeal
	return &ap
}

func (w *work) edit() {
	ap := w.some()
	if ap == nil {
		return
	}
	q := &ap.Questions[0]
	switch w.r.Intn(7) {
	case 0:
		ap.Name = pick(w.r, "", "Петров Пётр", "<Иванов> \"И\"\u2028")
	case 1:
		ap.Number = pick(w.r, "А26-", "") + ap.Number
	case 2:
		q.Attachment = w.file()
	case 3:
		q.Status = appeal.Statuses[w.r.Intn(len(appeal.Statuses))].Status
		q.ResponseDate, q.Attachment = pick(w.r, appeal.Date("2026-10-20"), ""), nil
		q.Transfers = []appeal.Transfer{{DepartmentID: body2, TransferDate: "2026-10-10", TransferNumber: "1"},
			{DepartmentID: body1, TransferDate: "2026-10-11", TransferNumber: "2"}}
	case 4:
		ap.IncomingDate = pick(w.r, appeal.Date("2026-10-04"), "2026-11-03", "2026-09-30")
	case 5:
		ap.Draft = !ap.Draft
	case 6:
		q.Code = pick(w.r, "0003.0009.0097.0694", "0002.0013.0139.0300", "0001.0002.0027.0126", "9999")
	}
	w.save(*ap)
}

func (w *work) delete() {
	if ap := w.some(); ap != nil {
		w.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{ap.ID}}, nil)
	}
}

func (w *work) undo() {
	var last app.ActionsRes
	if w.must("actions", app.ActionsReq{}, &last); len(last.Actions) > 0 {
		w.must("undo", app.UndoReq{ID: last.Actions[0].ID}, nil)
	}
}

func (w *work) mass() {
	if a, b := w.some(), w.some(); a != nil && a.ID != b.ID {
		w.must("massEdit", app.MassReq{IDs: []string{a.ID, b.ID}, Edit: app.MassEdit{Status: appeal.InWork},
			Apply: true}, nil)
	}
}

func (w *work) body() {
	w.fillProfile("first", "Администрация села Примерное", pick(w.r, body1, body2))
}

func (w *work) format() {
	w.loadFormat(func(f map[string]any) {
		f["fileRule"] = pick(w.r, appeal.FilesA26, appeal.FilesAlways, appeal.FilesNever)
		f["createDateOfDirect"] = pick(w.r, appeal.CreateDateArrival, appeal.CreateDateNone)
		f["extended"] = pick(w.r, appeal.ExtendedFlag, appeal.ExtendedStatus)
		f["recipients"] = pick(w.r, appeal.QuestionPerRecipient, appeal.TransferList)
		f["maxPartBytes"] = pick(w.r, 100_000, 50_000_000)
	})
}

func (w *work) day() {
	w.setDay(pick(w.r, "2026-11-02", "2026-11-03", "2026-11-04"))
}

func (w *work) classifier() {
	if w.classes = !w.classes; w.classes {
		w.takePacks(w.readPack("classifier", "paste.txt", packData(w.t.(*testing.T), "word.txt")))
		return
	}
	w.must("resetPack", app.ResetPackReq{Key: "classifier", Confirmed: true}, nil)
}

// accept takes in an archive, with an entry that the register may have already.
func (w *work) accept() {
	w.entered++
	n := fmt.Sprint(w.entered)
	id := w.openArchive(n+".zip",
		zipFile(w.t.(*testing.T), "1.json", entryText(n+"-С"), "2.json", entryText("С", "ул. Циолковского", "ул. "+n),
			"3.json", entryText("А26-"+n, `"email"`, `"note":`+n+`,"email"`, `"InWork"`,
				`"Explained","responseDate":"2026-10-20","attachment":{"name":"Ответ.pdf","content":"`+
					base64Of(noise(w.entered, 900))+`"}`))).ID
	w.must("acceptOpened", app.AcceptOpenedReq{ID: id, OtherBody: true}, nil)
	w.must("closeOpened", app.OpenedIDReq{ID: id}, nil)
}

// merge takes in what a colleague has made of an appeal.
func (w *work) merge() {
	ap := w.some()
	if ap == nil {
		return
	}
	theirs := ap.Clone()
	theirs.Address, theirs.History, theirs.Questions[0].Attachment = fmt.Sprint("ул. Коллеги, ", w.entered), nil, nil
	w.openMerge([]string{"копия.zip"}, copyOf(w.t.(*testing.T), body1, nil, theirs))
	w.must("mergeDecide", incoming.MergeDecideReq{Rule: incoming.RuleFile}, nil)
	w.must("mergeApply", incoming.MergeApplyReq{LeaveOpen: true}, nil)
}

// slow holds an archive against the plain way: what every entry says, written
// by [archive.Marshal] or as it came, and packed at once.
func (w *work) slow(made journal.Archive) {
	w.t.Helper()
	n := 0
	for i := range made.Parts {
		files, err := archive.Open(w.part(made, i))
		if err != nil {
			w.t.Fatal(err)
		}
		for _, f := range files {
			n++
			read, err := archive.Unmarshal(f.Data)
			if err != nil || !read.Fits {
				w.t.Fatalf("%s: %v\n%s", f.Name, err, f.Data)
			}
			ap := w.get(f.Name[:len(f.Name)-len(".json")]).Appeal
			if ap.Source != nil {
				continue // as it came
			}
			var res app.FormatRes
			w.must("format", app.FormatReq{}, &res)
			want, err := archive.Marshal(&ap, made.Profile.DepartmentID, &res.Format.Format,
				func(id string) ([]byte, error) {
					return w.must("getFile", app.GetFileReq{FileID: id}, nil)[0], nil
				})
			if err != nil || !bytes.Equal(f.Data, want) {
				w.t.Fatalf("%s is\n%.400s, want\n%.400s, %v", f.Name, f.Data, want, err)
			}
		}
	}
	if n != made.Count {
		w.t.Fatalf("%d entries of %d", n, made.Count)
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestCancelledParts: a build of many parts that is cancelled, or whose store
// fails, leaves none of them behind.
func TestCancelledParts(t *testing.T) {
	c, s := newFilled(t)
	c.loadFormat(func(f map[string]any) { f["maxPartBytes"] = 100_000 })
	for i := range 9 {
		c.save(fromAdministration(fmt.Sprintf("А26-%d", i), "2026-10-05", c.put("Ответ.pdf", noise(i, 40_000))))
	}
	before := content(t, s)
	for stop := 1; ; stop++ {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		_, err := c.call(rpc.WithProgress(ctx, func(int, int, string) {
			if n++; n == stop {
				cancel()
			}
		}), "build", forming.PlanReq{Month: october}, nil)
		if err == nil {
			if stop < 10 {
				t.Errorf("only %d steps", stop)
			}
			break
		}
		if err.Code != rpc.CodeCancelled || len(content(t, s)) != len(before) {
			t.Fatalf("step %d: %d rows of %d, %v", stop, len(content(t, s)), len(before), err)
		}
	}
	full := &failing{Store: s}
	c = newCore(t, full, today)
	full.left = 2
	rows := len(content(t, s))
	if _, err := c.call(t.Context(), "build", forming.PlanReq{Month: october}, nil); err == nil ||
		len(content(t, s)) != rows {
		t.Errorf("%d rows of %d, %v", len(content(t, s)), rows, err)
	}
}
