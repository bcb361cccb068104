package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
)

// TestDuplicates: which pairs are called the same, and by which rule.
func TestDuplicates(t *testing.T) {
	for _, row := range []struct {
		name string
		edit func(*appeal.Appeal)
		rule string // "" = not the same
	}{
		{"number and date", func(a *appeal.Appeal) { a.Name, a.Address = "Другой Пётр", "с. Иное, 1" }, "D-01"},
		{"number in other letters", func(a *appeal.Appeal) {
			a.Number, a.Name, a.Address = "154-ог ", "Другой Пётр", "с. Иное, 1"
		}, "D-01"},
		{"own number, another date", func(a *appeal.Appeal) {
			a.RegistrationDate, a.Name, a.Address = "2026-10-07", "Другой Пётр", "с. Иное, 1"
		}, "D-04"},
		{"own number, another year", func(a *appeal.Appeal) {
			a.RegistrationDate, a.Name, a.Address = "2025-10-07", "Другой Пётр", "с. Иное, 1"
		}, ""},
		{"number of another body, another date", func(a *appeal.Appeal) {
			a.IsDirect, a.CreateDate, a.Name, a.Address = false, "2026-10-01", "Другой Пётр", "с. Иное, 1"
		}, ""},
		{"anonymous, own number", func(a *appeal.Appeal) { a.RegistrationDate, a.Name = "2026-10-07", "Анонимное" },
			"D-04"},
		{"own number, another date, the same person", func(a *appeal.Appeal) {
			a.RegistrationDate, a.IncomingDate = "2026-10-20", "2026-10-20"
		}, "D-04 D-02"},
		{"own number, another date, the same person and another code", func(a *appeal.Appeal) {
			a.RegistrationDate, a.IncomingDate, a.Questions[0].Code = "2026-10-20", "2026-10-20", "0005.0005.0056.1161"
		}, "D-04 D-03"},
		{"own number in the first and the last month of a year", func(a *appeal.Appeal) {
			a.RegistrationDate, a.IncomingDate, a.Name = "2026-01-12", "2026-01-12", "Другой Пётр"
		}, "D-04"},
		{"applicant, code, month", func(a *appeal.Appeal) { a.Number, a.Address = "200", "" }, "D-02"},
		{"ё and case", func(a *appeal.Appeal) { a.Number, a.Name, a.Address = "200", "ФЕДОРОВ Петр Ильич", "" },
			"D-02"},
		{"applicant, another code", func(a *appeal.Appeal) {
			a.Number, a.Questions[0].Code, a.Address = "200", "0005.0005.0056.1161", ""
		}, ""},
		{"applicant, another month", func(a *appeal.Appeal) {
			a.Number, a.IncomingDate, a.RegistrationDate, a.Address = "200", "2026-09-01", "2026-09-01", ""
		}, ""},
		{"initials and the address written otherwise", func(a *appeal.Appeal) {
			a.Number, a.Name, a.Address, a.Questions[0].Code = "200", "Фёдоров П.И.",
				"Село Примерное, улица Новая, дом 5", "0005.0005.0056.1161"
		}, "D-03"},
		{"another house", func(a *appeal.Appeal) {
			a.Number, a.Name, a.Address, a.Questions[0].Code = "200", "Фёдоров П.И.", "с. Примерное, ул. Новая, 6",
				"0005.0005.0056.1161"
		}, ""},
		{"anonymous", func(a *appeal.Appeal) { a.Number, a.Name = "200", "Анонимное" }, ""},
		{"another body", nil, ""},
	} {
		c, _ := newFilled(t)
		first := direct("154-ОГ", "2026-10-05")
		first.Name, first.Address = "Фёдоров Пётр Ильич", "с. Примерное, ул. Новая, д. 5"
		c.save(first)
		if len(doubles(c.get(first.ID))) != 0 {
			t.Fatal("alone, it has a double")
		}
		second := clone(first)
		second.ID = "9a2e4c87-a5e6-4d26-a623-4c8b11be6032"
		if row.edit != nil {
			row.edit(&second)
		} else {
			other := c.fillProfile("", "Школа № 5", body2)
			c.must("activateProfile", app.ProfileIDReq{ID: other.ID}, nil)
		}
		got := doubles(c.save(second))
		back := doubles(c.get(first.ID))
		if row.rule == "" && len(got)+len(back) > 0 {
			t.Errorf("%s: %v and %v", row.name, got, back)
		}
		var want, wantBack []string
		for rule := range strings.FieldsSeq(row.rule) {
			want, wantBack = append(want, rule+" "+first.ID), append(wantBack, rule+" "+second.ID)
		}
		if row.rule != "" && (!slices.Equal(got, want) || !slices.Equal(back, wantBack)) {
			t.Errorf("%s: %v and %v, want %s", row.name, got, back, row.rule)
		}
		c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{second.ID}}, nil)
		if left := doubles(c.get(first.ID)); len(left) != 0 {
			t.Errorf("%s: deleted, it is still a double: %v", row.name, left)
		}
	}
}

// TestPlantedDuplicates: all planted doubles are found, and among 500
// different appeals nothing is (G25).
func TestPlantedDuplicates(t *testing.T) {
	c, _ := newFilled(t)
	var planted []string
	for i := range 500 {
		ap := direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05")
		ap.Name, ap.Address = fmt.Sprintf("Заявитель%d Иван Ильич", i), fmt.Sprintf("с. Примерное, %d", i)
		c.save(ap)
		if i%50 == 0 {
			again := clone(ap)
			again.ID = fmt.Sprintf("9a2e4c87-a5e6-4d26-a623-%012d", i)
			c.save(again)
			planted = append(planted, ap.ID, again.ID)
		}
	}
	var res app.RemarksRes
	c.must("remarks", app.RemarksReq{Rule: "D-01"}, &res)
	var found []string
	for _, item := range res.Groups[0].Items {
		found = append(found, item.ID)
	}
	slices.Sort(found)
	slices.Sort(planted)
	if !slices.Equal(found, planted) {
		t.Errorf("found %d, planted %d", len(found), len(planted))
	}
}

func doubles(card app.Card) []string {
	var out []string
	for _, f := range card.Findings {
		if f.Link != nil {
			out = append(out, f.Rule+" "+f.Link.ID)
		}
	}
	return out
}

func clone(ap appeal.Appeal) appeal.Appeal {
	ap.Questions = slices.Clone(ap.Questions)
	return ap
}
