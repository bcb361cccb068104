package app_test

import (
	"slices"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/packs"
	"rroform/wasm/query"
)

// TestOtherLayout: what was typed in the wrong keyboard layout is found, read or
// asked back in every field that is typed.
func TestOtherLayout(t *testing.T) {
	c, _ := newFilled(t)
	first := func(query string) (codes []string, meant string) {
		var res app.SearchCodesRes
		c.must("searchCodes", app.SearchCodesReq{Query: query}, &res)
		for _, hit := range res.Hits[:min(len(res.Hits), 5)] {
			codes = append(codes, hit.Code)
		}
		return codes, res.Meant
	}
	for typed, meant := range map[string]string{
		"zvf yf ljhjut": "яма на дороге", "ytljcnegyfz cnjbvjcnm ktrfhcnd": "недоступная стоимость лекарств",
		"gtycbz":           "пенсия",
		"vecjh yt dsdjpzn": "мусор не вывозят", "яма yf ljhjut": "яма на дороге", "ljhju": "дорог",
		"[jkjlyst ,fnfhtb": "холодные батареи",
	} {
		want, _ := first(meant)
		if got, said := first(typed); len(want) == 0 || !slices.Equal(got, want) || said != meant {
			t.Errorf("%q: %v for %q, want %v", typed, got, said, want)
		}
	}
	if _, said := first("яма на дороге"); said != "" {
		t.Errorf("words in Russian are read as %q", said)
	}
	c.choose("zvf yf ljhjut", "0003.0009.0097.0694")
	if got := c.learned().Choices; len(got) != 1 {
		t.Errorf("learned %+v", got)
	}

	ap := direct("2-ОГ", "2026-10-05")
	ap.Name = "Примеров Пётр Ильич"
	ap.RegistrationDate, ap.IncomingDate = "05ю10ю2026", "05/10/2026"
	ap.Questions[0].Code = "0003ю0009ю0097ю0694"
	ap.Questions[0].Status, ap.Questions[0].ResponseDate = appeal.Answered, "12б10б26"
	got := c.save(ap).Appeal
	if q := got.Questions[0]; got.RegistrationDate != "2026-10-05" || got.IncomingDate != "2026-10-05" ||
		q.Code != "0003.0009.0097.0694" || q.ResponseDate != "2026-10-12" {
		t.Errorf("%+v", got)
	}
	for typed, meant := range map[string]string{"Ghbvthjd": "Примеров", "ghbvth": "пример", "2-JU": "2-ОГ",
		"Примеров Gtnh": "Примеров Петр", "ktybyf": ""} {
		res := c.register(query.RegisterReq{Query: typed})
		if res.Total != 0 || (res.Meant == nil) != (meant == "") || res.Meant != nil &&
			(res.Meant.Query != meant || res.Meant.Total != 1) {
			t.Errorf("%q: %d found, meant %+v", typed, res.Total, res.Meant)
		}
	}
	if res := c.register(query.RegisterReq{Query: "Примеров"}); res.Meant != nil || res.Total != 1 {
		t.Errorf("found, it is asked back: %+v", res.Meant)
	}
	got.Email = "ivan@mail.ru"
	c.save(got)
	if res := c.register(query.RegisterReq{Query: "шмфт"}); res.Meant == nil || res.Meant.Query != "ivan" {
		t.Errorf("Latin words in the Russian layout: %+v", res.Meant)
	}
	c.must("saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body2, Name: "Отдел дорог"}}, nil)
	for _, typed := range []string{"Jnltk", "jnltk ljhju"} {
		var res packs.SearchBodiesRes
		c.must("searchBodies", app.SearchBodiesReq{Query: typed}, &res)
		if res.Total != 1 || res.Meant == "" {
			t.Errorf("%q: %+v", typed, res)
		}
	}
	for number, rule := range map[string]string{"F26-02-000000601": "B-06.2", "A26-02-000000601": "B-06.2",
		"2-JU": "B-06.3"} {
		ap := direct(number, "2026-10-05")
		card := c.save(ap)
		if card.Appeal.Number != number || !slices.ContainsFunc(card.Findings, ruleIs(rule)) {
			t.Errorf("%q: %q, %+v", number, card.Appeal.Number, card.Findings)
		}
	}
}
