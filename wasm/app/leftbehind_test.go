package app_test

import (
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rules"
)

// TestDeletedAfterExport: a clerk who deletes an appeal that was sent is warned that the portal still
// has it. A refused archive does not count.
func TestDeletedAfterExport(t *testing.T) {
	c, _ := newFilled(t)
	first := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	made := c.build(october)
	second := c.save(direct("2-ОГ", "2026-10-06")).Appeal
	var done ledger.ActionInfo
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{first.ID, second.ID}}, &done)
	if done.Count != 2 || done.Sent != 1 {
		t.Errorf("%+v", done)
	}
	c.must("undo", app.UndoReq{ID: done.ID}, nil)
	c.must("setArchiveState", app.SetArchiveStateReq{ID: made.ID, State: journal.StateFailed, Note: "не принят"}, nil)
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{first.ID}}, &done)
	if done.Sent != 0 {
		t.Errorf("refused: %+v", done)
	}
}

// TestZeroWithoutMonth: archives by days have no month, and are none of the
// month that was not chosen yet.
func TestZeroWithoutMonth(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	c.buildOf(ranged(journal.ModeRegistered, "2026-10-01", "2026-10-31"))
	var res forming.ZeroRes
	c.must("checkZero", forming.ZeroReq{Zero: rules.Zero{Declared: true}}, &res)
	if len(res.Earlier) != 0 || res.Body != "Администрация села Примерное" {
		t.Errorf("%d earlier, body %q", len(res.Earlier), res.Body)
	}
	c.must("checkZero", forming.ZeroReq{Zero: rules.Zero{Declared: true, Month: october}}, &res)
	if len(res.Earlier) != 1 {
		t.Errorf("%d earlier of October, want the one by days that holds it", len(res.Earlier))
	}
}

// TestWordsOfFilter: the head of a printed register says every condition.
func TestWordsOfFilter(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	for _, row := range []struct {
		req  query.RegisterReq
		want string
	}{
		{query.RegisterReq{Sort: query.ByNumber, Page: 1, Size: 50}, ""},
		{query.RegisterReq{Year: 2026, Month: 10, Origin: query.Direct}, "год 2026, месяц октябрь, прямые"},
		{query.RegisterReq{Year: -1}, "отчётный месяц не определён"},
		{query.RegisterReq{Status: appeal.InWork, Code: "0003", Recipient: "Район", Query: "иванов"},
			"статус «Находится на рассмотрении», код вопроса 0003, орган-получатель «Район», слова «иванов»"},
		{query.RegisterReq{OnlyErrors: true, OnlyDrafts: true, NotExported: true, ChangedSince: true},
			"только с ошибками, только черновики, не выгружено, изменено после выгрузки"},
	} {
		if got := c.register(row.req); got.Words != row.want || got.Body != "Администрация села Примерное" {
			t.Errorf("%q of %q, want %q", got.Words, got.Body, row.want)
		}
	}
}

// TestFilteredDraft: the filter's word does not hide that it is a draft.
func TestFilteredDraft(t *testing.T) {
	c, _ := newFilled(t)
	held := direct("1-ОГ", "2026-10-05")
	held.Draft = true
	c.save(held)
	out := c.planOf(forming.PlanReq{Month: october, Filter: &query.RegisterReq{Origin: query.Forwarded}}).Out
	if len(out) != 1 || out[0].Because != forming.OutFilter || !strings.Contains(out[0].Reason, "черновик") {
		t.Errorf("%+v", out)
	}
}

// TestQuestionsOfRow: each question keeps its own status, although the list of
// statuses repeats none.
func TestQuestionsOfRow(t *testing.T) {
	c, _ := newFilled(t)
	ap := direct("1-ОГ", "2026-10-05")
	ap.Questions = append(ap.Questions, appeal.Question{Code: "0005.0005.0056.1161", Status: appeal.InWork},
		appeal.Question{})
	c.save(ap)
	row := c.register(query.RegisterReq{Size: 1}).Rows[0]
	want := []register.RowQuestion{{Code: "0003.0009.0097.0694", Status: appeal.InWork},
		{Code: "0005.0005.0056.1161", Status: appeal.InWork}, {}}
	if len(row.Questions) != 3 || row.Questions[0] != want[0] || row.Questions[1] != want[1] ||
		row.Questions[2] != want[2] || len(row.Statuses) != 1 {
		t.Errorf("%+v", row)
	}
}

// TestMassSaysWhichErrors: a preview names what would be wrong.
func TestMassSaysWhichErrors(t *testing.T) {
	c, _ := newFilled(t)
	ap := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	var res app.MassRes
	c.must("massEdit", app.MassReq{IDs: []string{ap.ID}, Edit: app.MassEdit{Status: appeal.Supported}}, &res)
	if res.Errors != 1 || len(res.Rows) != 1 || len(res.Rows[0].Errors) != 2 ||
		!strings.HasPrefix(res.Rows[0].Errors[0], "Не указана дата ответа") {
		t.Errorf("%+v", res)
	}
}

// TestHistoryParts: changes before and after an archive are no one entry,
// however close they are.
func TestHistoryParts(t *testing.T) {
	c, _ := newFilled(t)
	ap := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	change := func(address string) {
		c.now = c.now.Add(time.Minute)
		ap.Address = address
		ap = c.save(ap).Appeal
	}
	change("с. Примерное, д. 1") // still being entered
	c.now = c.now.Add(time.Minute)
	c.build(october)
	change("с. Примерное, д. 2")
	change("с. Примерное, д. 3")
	if len(ap.History) != 2 || len(ap.History[1].Changes) != 1 ||
		ap.History[1].Changes[0].From != "с. Примерное, д. 1" || ap.History[1].Changes[0].To != "с. Примерное, д. 3" {
		t.Errorf("%+v", ap.History)
	}
}
