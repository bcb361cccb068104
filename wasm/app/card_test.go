package app_test

import (
	"reflect"
	"slices"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/packs"
	"rroform/wasm/query"
	"rroform/wasm/rules"
)

// TestSaveAndLoad: all that was typed is there for a core that starts later.
func TestSaveAndLoad(t *testing.T) {
	c, s := newFilled(t)
	yes := true
	ap := direct(" 154-ОГ ", "05102026")
	ap.CreateDate, ap.RegistrationDate, ap.Email = "давно", "6.10.26", "user@hostname.com\n"
	ap.Questions[0] = appeal.Question{ID: "q", Code: "0003 0009 0097 0694", Status: appeal.Supported,
		ResponseDate: "2010", ActionsTaken: &yes,
		Attachment: c.put("Ответ.pdf", []byte("ответ")),
		Transfers: []appeal.Transfer{
			{ID: "t", DepartmentName: "Администрация села Образцовое, " + body2, TransferDate: "7.10",
				TransferNumber: " 1 "}}}
	saved := c.save(ap)

	want := ap
	want.Rev, want.ProfileID, want.Created, want.Modified = 1, "first", c.now, c.now
	want.History = []appeal.Revision{{At: c.now, Who: "Образцова А. П.", Changes: []appeal.FieldChange{}}}
	want.Number, want.Email = "154-ОГ", "user@hostname.com"
	want.IncomingDate, want.RegistrationDate = "2026-10-05", "2026-10-06" // «давно» stays as typed
	want.Questions = []appeal.Question{ap.Questions[0]}
	want.Questions[0].Code, want.Questions[0].ResponseDate = "0003.0009.0097.0694", "2026-10-20"
	want.Questions[0].Transfers = []appeal.Transfer{
		{ID: "t", DepartmentID: body2, DepartmentName: "Администрация села Образцовое",
			TransferDate: "2026-10-07", TransferNumber: "1"}}
	if !reflect.DeepEqual(saved.Appeal, want) {
		t.Errorf("saved\n got %+v\nwant %+v", saved.Appeal, want)
	}
	later := newCore(t, s, "2026-11-03")
	if got := later.get(ap.ID); !reflect.DeepEqual(got.Appeal, want) || len(got.Findings) != len(saved.Findings) {
		t.Errorf("loaded\n got %+v\nwant %+v", got.Appeal, want)
	}
	var bodies packs.SearchBodiesRes
	later.must("searchBodies", app.SearchBodiesReq{Query: "образцовое"}, &bodies)
	if len(bodies.Bodies) != 1 || bodies.Bodies[0].DepartmentID != body2 {
		t.Errorf("the recipient was not remembered: %+v", bodies)
	}
}

// TestConflict: if two tabs save the same appeal, the second save is a conflict, and the first one
// stays.
func TestConflict(t *testing.T) {
	one, s := newFilled(t)
	first := one.save(direct("154-ОГ", "2026-10-05")).Appeal
	two := newCore(t, s, today)
	mine, theirs := first, two.get(first.ID).Appeal
	mine.Name, theirs.Name = "Петрова Мария", "Сидоров Пётр"
	one.save(mine)
	if e := two.refused("conflict", "saveAppeal", app.SaveAppealReq{Appeal: theirs}); e.Hint == "" {
		t.Error("no hint")
	}
	if e := two.refused("conflict", "deleteAppeals", app.DeleteAppealsReq{IDs: []string{first.ID}}); e.Hint == "" {
		t.Error("no hint")
	}
	two.must("reload", app.ReloadReq{}, nil)
	got := two.get(first.ID).Appeal
	if got.Name != "Петрова Мария" || got.Rev != 2 {
		t.Errorf("after reload: %+v", got)
	}
	got.Name = "Сидоров Пётр"
	if again := two.save(got).Appeal; again.Rev != 3 || again.Created != first.Created {
		t.Errorf("saved again: %+v", again)
	}
}

// TestProfileConflict: the same for the profile, and a core that starts later
// can save it.
func TestProfileConflict(t *testing.T) {
	one, s := newFilled(t)
	two := newCore(t, s, today)
	two.fillProfile("first", "Администрация села Образцовое", body1)
	p := appeal.Profile{ID: "first", Rev: 2, Name: "Другая"}
	one.refused("conflict", "saveProfile", app.SaveProfileReq{Profile: p})
	one.must("reload", app.ReloadReq{}, nil)
	one.fillProfile("first", "Администрация села Иное", body1)
}

// TestRepeatedSave: a first save whose answer was lost is sent again.
func TestRepeatedSave(t *testing.T) {
	c, _ := newFilled(t)
	for name, ap := range map[string]appeal.Appeal{
		"parts with ids": direct("1-ОГ", "2026-10-05"),
		"parts without": func() appeal.Appeal {
			ap := direct("2-ОГ", "2026-10-05")
			ap.Questions = []appeal.Question{
				{Status: appeal.Transferred, Transfers: []appeal.Transfer{{DepartmentID: body2}, {}}}, {}}
			return ap
		}(),
	} {
		first := c.save(ap)
		c.now = c.now.Add(1e9)
		if again := c.save(ap); !reflect.DeepEqual(again.Appeal, first.Appeal) {
			t.Errorf("%s: first %+v, again %+v", name, first.Appeal, again.Appeal)
		}
		ap.Name = "Кто-то другой"
		c.refused("conflict", "saveAppeal", app.SaveAppealReq{Appeal: ap})
	}
	if res := c.register(query.RegisterReq{}); res.All != 2 {
		t.Errorf("%d records", res.All)
	}
}

// TestOnlySearched: words in the code field of a new card are a search, not an
// appeal; with anything else entered, or with a code, there is one.
func TestOnlySearched(t *testing.T) {
	c, _ := newFilled(t)
	blank := func(id, code string) appeal.Appeal {
		return appeal.Appeal{ID: id, Format: appeal.Other, Questions: []appeal.Question{{ID: "q", Code: code}}}
	}
	searched := c.save(blank("searched", "яма на дороге"))
	if searched.Appeal.Rev != 0 || len(searched.Findings) == 0 {
		t.Errorf("a search: revision %d, %d findings", searched.Appeal.Rev, len(searched.Findings))
	}
	named := blank("named", "яма на дороге")
	named.Name = "Примеров Пётр Ильич"
	for _, ap := range []appeal.Appeal{named, blank("begun", "0003.0009"), blank("direct", "")} {
		if got := c.save(ap).Appeal.Rev; got != 1 {
			t.Errorf("%s: revision %d, want 1", ap.ID, got)
		}
	}
	if all := c.register(query.RegisterReq{Size: 10}).All; all != 3 {
		t.Errorf("the register holds %d appeals, want 3", all)
	}
	searched.Appeal.Number = "1-ОГ"
	if got := c.save(searched.Appeal).Appeal.Rev; got != 1 {
		t.Errorf("the searched card with a number: revision %d, want 1", got)
	}
}

// TestTypedDays: what a clerk types for a day becomes one; the same words that
// came in from a file stay unread until they are typed over.
func TestTypedDays(t *testing.T) {
	c, _ := newFilled(t) // on 02.11.2026
	ap := direct("1-ОГ", "2026-10-05")
	ap.IncomingDate, ap.RegistrationDate = "вчера", "2"
	saved := c.save(ap).Appeal
	if saved.IncomingDate != "2026-11-01" || saved.RegistrationDate != "2026-11-02" {
		t.Errorf("%+v", saved)
	}
	text := "Рег. №;Дата регистрации;ФИО;Код вопроса;Результат\n2-ОГ;вчера;Примеров;0003.0009.0097.0694;Находится на " +
		"рассмотрении\n"
	c.importTable(c.mapped(c.openTable("a.csv", text), allDirect), false)
	card := c.get(c.register(query.RegisterReq{Query: "2-ОГ"}).Rows[0].ID)
	if card.Appeal.RegistrationDate != "вчера" || card.CreateDate != "" {
		t.Errorf("%+v", card)
	}
	if i := slices.IndexFunc(card.Findings, func(f rules.Finding) bool {
		return f.Field == "registrationDate" && f.Rule == "B-15.5"
	}); i < 0 ||
		card.Findings[i].Text != "«Дата регистрации в органе»: „вчера“ — не дата." {
		t.Errorf("%+v", card.Findings)
	}
	card.Appeal.Address = "с. Примерное"
	if again := c.save(card.Appeal).Appeal; again.RegistrationDate != "вчера" {
		t.Errorf("the day of another table became %s", again.RegistrationDate)
	}
	card = c.get(card.Appeal.ID)
	card.Appeal.RegistrationDate = "5.10."
	if again := c.save(card.Appeal).Appeal; again.RegistrationDate != "2026-10-05" {
		t.Errorf("%+v", again)
	}
}
