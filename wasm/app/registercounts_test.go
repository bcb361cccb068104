package app_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
)

// TestRegisterCode: a code selects its own appeals and those of the codes below it; the counts show
// the next level.
func TestRegisterCode(t *testing.T) {
	c, _ := newFilled(t)
	for i, codes := range [][]string{{"0003.0009.0097.0694"}, {"0003.0009.0097.0693", "0003.0009.0097.0694"},
		{"0002.0014.0143.0389"}, {"0694"}, {""}} {
		ap := direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05")
		ap.Questions = nil
		for _, code := range codes {
			ap.Questions = append(ap.Questions, appeal.Question{Code: code, Status: appeal.InWork})
		}
		c.save(ap)
	}
	for _, row := range []struct {
		code   string
		total  int
		counts string
	}{
		{"", 5, "0003 2, 0002 1, 0694 1"},
		{"0003", 2, "0003.0009 2"},
		{"0003.0009.0097", 2, "0003.0009.0097.0694 2, 0003.0009.0097.0693 1"},
		{"0003.0009.0097.", 2, "0003.0009.0097.0694 2, 0003.0009.0097.0693 1"},
		{"0003.0009.0097.0693", 1, ""},
		{"000", 0, ""}, // no level
	} {
		res := c.register(query.RegisterReq{Code: row.code})
		got := ""
		for i, n := range res.Counts.Codes {
			got += map[bool]string{true: ", "}[i > 0] + fmt.Sprint(n.Code, " ", n.Count)
			if (n.Title == "") != (n.Code == "0694") {
				t.Errorf("title of %s: %q", n.Code, n.Title)
			}
		}
		if res.Total != row.total || got != row.counts {
			t.Errorf("%q: %d, %s; want %d, %s", row.code, res.Total, got, row.total, row.counts)
		}
	}
}

// TestRegisterRecipient: whom a question went to; what an earlier status left
// behind is no recipient.
func TestRegisterRecipient(t *testing.T) {
	c, _ := newFilled(t)
	sent := direct("1-ОГ", "2026-10-05")
	sent.Questions[0].Status = appeal.Transferred
	sent.Questions[0].Transfers = []appeal.Transfer{{DepartmentID: body2, DepartmentName: "Министерство транспорта"},
		{DepartmentID: body1}, {DepartmentName: "Школа № 5"}, {DepartmentName: "Школа № 5"}}
	c.save(sent)
	sent.ID, sent.Number, sent.Questions[0].Status = "other", "2-ОГ", appeal.InWork
	c.save(sent)
	rows := c.register(query.RegisterReq{Sort: query.ByNumber}).Rows
	if want := []string{"Министерство транспорта", body1, "Школа № 5"}; !slices.Equal(rows[0].Recipients, want) ||
		len(rows[1].Recipients) != 0 {
		t.Errorf("%q, %q", rows[0].Recipients, rows[1].Recipients)
	}
	for words, total := range map[string]int{"трансп": 1, "министерство ТРАНСПОРТА": 1, body2: 1, "5": 1,
		"школа транспорта": 0, "образования": 0} {
		if res := c.register(query.RegisterReq{Recipient: words}); res.Total != total {
			t.Errorf("%q: %d", words, res.Total)
		}
	}
}

// TestExportState: by content, of the last archive that the portal may have.
func TestExportState(t *testing.T) {
	c, s := newFilled(t)
	id := c.save(direct("1-ОГ", "2026-10-05")).Appeal.ID
	is := func(want register.ExportState, when string) {
		t.Helper()
		for name, core := range map[string]*core{"here": c, "after a restart": newCore(t, s, today)} {
			res := core.register(query.RegisterReq{})
			changed := core.register(query.RegisterReq{ChangedSince: true}).Total
			never := core.register(query.RegisterReq{NotExported: true}).Total
			if got := res.Rows[0].Exported; got != want || (changed == 1) != (want == register.Changed) ||
				(never == 1) != (want == register.Never) ||
				changed != res.Counts.ChangedSince || never != res.Counts.NotExported {
				t.Errorf("%s, %s: %q, changed %d, never %d, counts %+v", when, name, got, changed, never, res.Counts)
			}
		}
	}
	edit := func(change func(*appeal.Appeal)) {
		ap := c.get(id).Appeal
		change(&ap)
		c.save(ap)
	}
	is(register.Never, "new")
	made := c.build(october)
	is(register.Same, "in an archive")
	edit(func(ap *appeal.Appeal) { ap.Name = "Петров" })
	is(register.Changed, "changed")
	edit(func(ap *appeal.Appeal) { ap.Name = "Иванов Иван Иванович" })
	is(register.Same, "changed back")
	edit(func(ap *appeal.Appeal) { ap.Draft = true })
	is(register.Same, "held back: the portal's text is the same")
	edit(func(ap *appeal.Appeal) { ap.Draft, ap.Address = false, "г. Тула" })
	is(register.Changed, "changed again")
	c.setDay("2026-11-03")
	again := c.build(october)
	is(register.Same, "in a second archive")
	failed := func(archive journal.Archive) {
		c.must("setArchiveState", app.SetArchiveStateReq{ID: archive.ID, State: journal.StateFailed, Note: "не принят"},
			nil)
	}
	failed(again)
	is(register.Changed, "the second archive failed: the first counts")
	failed(made)
	is(register.Never, "both failed")
}

// TestCheckRegister: opening does not wait for the judging of many appeals;
// what needs it does it.
func TestCheckRegister(t *testing.T) {
	c, s := newFilled(t)
	const all, broken = 500, 50
	for i := range all {
		ap := direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05")
		ap.Name = fmt.Sprint("Иванов", i)
		if i < broken {
			ap.Name = ""
		}
		c.save(ap)
	}
	unchecked := func(c *core, want, errors int) {
		t.Helper()
		if n := c.register(query.RegisterReq{}).Counts; n.Unchecked != want || n.Errors != errors {
			t.Errorf("%d unchecked with %d errors, want %d with %d", n.Unchecked, n.Errors, want, errors)
		}
	}
	unchecked(c, 0, broken) // every save has judged its own
	later := newCore(t, s, today)
	unchecked(later, all, 0)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := later.call(ctx, "checkRegister", register.CheckRegisterReq{}, nil); err == nil ||
		err.Code != rpc.CodeCancelled {
		t.Errorf("cancelled: %v", err)
	}
	var res register.CheckRegisterRes
	later.must("checkRegister", register.CheckRegisterReq{}, &res)
	if res.Appeals != all {
		t.Errorf("%d judged", res.Appeals)
	}
	unchecked(later, 0, broken)
	later.setDay("2026-11-03")
	unchecked(later, all, 0)
	if got := later.register(query.RegisterReq{OnlyErrors: true}); got.Total != broken || got.Counts.Unchecked != 0 {
		t.Errorf("%+v", got.Counts)
	}
	later.loadFormat(func(f map[string]any) { f["levels"] = map[string]any{"B-10.4": "warning"} })
	if got := later.register(query.RegisterReq{Sort: query.ByFindings, Desc: true}); got.Rows[0].Warnings == 0 ||
		got.Rows[0].Errors != 0 {
		t.Errorf("after another format: %+v", got.Rows[0])
	}
}

// TestRegisterFollows: orders that were worked out before a change hold it.
func TestRegisterFollows(t *testing.T) {
	c, s := newFilled(t)
	var ids []string
	for i := range 40 {
		c.now = c.now.Add(time.Second)
		ids = append(ids, c.save(direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05")).Appeal.ID)
	}
	by := func(c *core, key query.SortKey) []string {
		return numbers(c.register(query.RegisterReq{Sort: key}).Rows)
	}
	by(c, query.ByNumber)
	by(c, query.ByModified)
	ap := c.get(ids[20]).Appeal
	ap.Number = "0020/1-ОГ"
	c.now = c.now.Add(time.Second)
	c.save(ap)
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{ids[3]}}, nil)
	for _, key := range []query.SortKey{query.ByNumber, query.ByModified} {
		here, anew := by(c, key), by(newCore(t, s, today), key)
		if !reflect.DeepEqual(here, anew) || len(here) != 39 {
			t.Errorf("by %s: %q, read anew %q", key, here, anew)
		}
	}
	var got register.RegisterIDsRes
	c.must("registerIds", query.RegisterReq{Sort: query.ByModified, Desc: true, Page: 3, Size: 1}, &got)
	if len(got.IDs) != 39 || got.IDs[0] != ids[20] || got.IDs[1] != ids[39] {
		t.Errorf("ids %q", got.IDs)
	}
}

// TestRegisterProfiles: another body's appeals are neither shown nor counted.
func TestRegisterProfiles(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	second := c.fillProfile("", "Школа № 5", body2)
	c.must("activateProfile", app.ProfileIDReq{ID: second.ID}, nil)
	if res := c.register(query.RegisterReq{}); res.All != 0 || len(res.Years) != 0 ||
		len(res.Counts.Years)+len(res.Counts.Codes)+res.Counts.NotExported != 0 {
		t.Errorf("%+v", res)
	}
}
