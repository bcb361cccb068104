package app_test

import (
	"fmt"
	"slices"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/packs"
	"rroform/wasm/query"
)

// sentTo is a question that was sent on to bodies known by name.
func sentTo(names ...string) appeal.Question {
	q := appeal.Question{Code: "0003.0009.0097.0694", Status: appeal.Transferred}
	for i, name := range names {
		q.Transfers = append(q.Transfers,
			appeal.Transfer{DepartmentName: name, TransferDate: "2026-10-06", TransferNumber: fmt.Sprint(i + 1)})
	}
	return q
}

// TestMatchNames: a directory that is loaded gives its identifiers to the
// recipients of its bodies' exact names, in one action; of several bodies with
// one name none is taken, and they are named.
func TestMatchNames(t *testing.T) {
	const list = "Наименование;GUID\nМинистерство транспорта;AAAAAAAA-0000-4000-8000-000000000001\n" +
		"Управление ЖКХ;AAAAAAAA-0000-4000-8000-000000000002\nУправление ЖКХ;AAAAAAAA-0000-4000-8000-000000000003\n"
	c, s := newFilled(t)
	for i := range 5 {
		ap := direct(fmt.Sprintf("%d-ОГ", i+1), "2026-10-05")
		ap.Name = fmt.Sprintf("Заявитель%d Иван", i)
		ap.Questions = []appeal.Question{sentTo("министерство  Транспорта", "Управление ЖКХ"),
			sentTo("Министерство транспорта и связи")}
		c.save(ap)
	}
	before := bytesOf(t, s)
	offer := c.readPack("bodies", "органы.csv", []byte(list))
	var taken app.TakePackRes
	c.must("takePack", app.TakePackReq{ID: offer.ID, Parts: []int{0}}, &taken)
	if m := taken.Matched; m.Recipients != 5 || !slices.Equal(m.Several, []string{"Управление ЖКХ"}) ||
		m.Action == nil || m.Action.Count != 5 {
		t.Fatalf("%+v", m)
	}
	for _, row := range c.register(query.RegisterReq{}).Rows {
		q := c.get(row.ID).Appeal.Questions
		if q[0].Transfers[0].DepartmentID != "AAAAAAAA-0000-4000-8000-000000000001" ||
			q[0].Transfers[1].DepartmentID != "" || q[1].Transfers[0].DepartmentID != "" {
			t.Errorf("%+v", q)
		}
	}
	c.must("undo", app.UndoReq{ID: taken.Matched.Action.ID}, nil)
	if !equal(before, bytesOf(t, s)) {
		t.Error("not undone byte for byte")
	}
	// Asked for again; a second time there is nothing left.
	var m app.MatchedRes
	c.must("matchNames", app.MatchNamesReq{}, &m)
	if m.Recipients != 5 {
		t.Errorf("%+v", m)
	}
	m = app.MatchedRes{}
	if c.must("matchNames", app.MatchNamesReq{}, &m); m.Recipients != 0 || m.Action != nil {
		t.Errorf("%+v", m)
	}
	// A body that is entered by hand settles its name too.
	var saved app.SaveBodyRes
	c.must("saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body1, Name: "Министерство транспорта и связи"}},
		&saved)
	if saved.Matched.Recipients != 5 || saved.Total != 4 {
		t.Errorf("%+v", saved)
	}
}

// TestMatchCodes: a question that holds a title gets the code of the one
// question with it, at the import and when a classifier is loaded.
func TestMatchCodes(t *testing.T) {
	c, _ := newFilled(t)
	title := c.codeTitle("0003.0009.0097.0694")
	text := "Рег. №;Дата регистрации;ФИО;Код вопроса;Результат\n1;05.10.2026;Иванов;" + title +
		";Находится на рассмотрении\n" +
		"2;05.10.2026;Петров;Дороги и мосты вообще;Находится на рассмотрении\n"
	info := c.mapped(c.openTable("a.csv", text), allDirect)
	if got := c.checkTable(info); got.Good != 1 || got.Wrong != 1 {
		t.Fatalf("%+v", got)
	}
	c.importTable(info, false)
	cards := c.byName()
	if code := cards["Иванов"].Appeal.Questions[0].Code; code != "0003.0009.0097.0694" {
		t.Errorf("%q", code)
	}
	if code := cards["Петров"].Appeal.Questions[0].Code; code != "Дороги и мосты вообще" {
		t.Errorf("%q", code)
	}
	// What was entered by hand before is settled when it is asked for.
	ap := direct("3", "2026-10-05")
	ap.Questions[0].Code = title
	id := c.save(ap).Appeal.ID
	var m app.MatchedRes
	c.must("matchNames", app.MatchNamesReq{}, &m)
	if m.Codes != 1 || c.get(id).Appeal.Questions[0].Code != "0003.0009.0097.0694" {
		t.Errorf("%+v", m)
	}
}

// codeTitle is the own title of a code.
func (c *core) codeTitle(code string) string {
	c.t.Helper()
	var res app.SearchCodesRes
	c.must("searchCodes", app.SearchCodesReq{Query: code, Limit: 5}, &res)
	return res.Hits[0].Title
}
