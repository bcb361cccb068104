package appeal

import (
	"reflect"
	"testing"
	"time"
)

func sample() Appeal {
	yes := true
	return Appeal{IsDirect: true, Format: Other, Number: "154-ОГ", IncomingDate: "2026-10-05",
		Name: "Иванов Иван Иванович",
		Questions: []Question{
			{Code: "0003.0009.0097.0694", Status: Supported, ResponseDate: "2026-10-20", ActionsTaken: &yes},
			{Code: "0005.0005.0056.1161", Status: Transferred,
				Transfers: []Transfer{
					{DepartmentID: "id", DepartmentName: "Район", TransferDate: "2026-10-08", TransferNumber: "1"}}}}}
}

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*Appeal)
		want []FieldChange
	}{
		{"nothing", func(*Appeal) {}, nil},
		{"a date", func(a *Appeal) {
			a.IncomingDate = "2026-10-06"
		}, []FieldChange{{"incomingDate", "05.10.2026", "06.10.2026"}}},
		{"filled and emptied", func(a *Appeal) {
			a.Email, a.Number = "a@b.ru", ""
		}, []FieldChange{{"email", "", "a@b.ru"}, {"number", "154-ОГ", ""}}},
		{"a status by its label", func(a *Appeal) {
			a.Questions[0].Status = Explained
		}, []FieldChange{{"questions.0.status", "Рассмотрено. Поддержано", "Рассмотрено. Разъяснено"}}},
		{"measures", func(a *Appeal) { no := false; a.Questions[0].ActionsTaken = &no },
			[]FieldChange{{"questions.0.actionsTaken", "да", "нет"}}},
		{"a question is gone", func(a *Appeal) { a.Questions = a.Questions[:1] }, []FieldChange{
			{"questions.1.code", "0005.0005.0056.1161", ""}, {"questions.1.status", "Направлено по компетенции", ""},
			{"questions.1.transfers.0.departmentId", "Район id", ""},
			{"questions.1.transfers.0.transferDate", "08.10.2026", ""},
			{"questions.1.transfers.0.transferNumber", "1", ""}}},
		{"ids, revisions and times do not count", func(a *Appeal) {
			a.ID, a.Rev, a.Modified, a.Questions[0].ID = "x", 9, time.Now(), "y"
		}, nil},
	} {
		from, to := sample(), sample()
		c.edit(&to)
		if got := Diff(&from, &to); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestRecord(t *testing.T) {
	at := time.Date(2026, 10, 5, 9, 0, 0, 0, time.UTC)
	step := func(h []Revision, from, to, who string, minutes int) []Revision {
		return Record(h, &Appeal{Name: from}, &Appeal{Name: to}, who, at.Add(time.Duration(minutes)*time.Minute))
	}
	h := Record(nil, nil, &Appeal{Name: "И"}, "Анна", at)
	h = step(h, "И", "Иванов", "Анна", 1)
	if len(h) != 1 || len(h[0].Changes) != 0 || !h[0].At.Equal(at.Add(time.Minute)) {
		t.Fatalf("entering an appeal is no change of it: %+v", h)
	}
	h = step(nil, "", "И", "Анна", 0)
	h = step(h, "И", "Иванов", "Анна", 1)
	if len(h) != 1 || !reflect.DeepEqual(h[0].Changes, []FieldChange{{"name", "", "Иванов"}}) {
		t.Fatalf("typing makes one entry: %+v", h)
	}
	h = step(h, "Иванов", "Иванов", "Анна", 2)
	h = step(h, "Иванов", "Петров", "Олег", 3)
	h = step(h, "Петров", "Сидоров", "Олег", 30)
	if len(h) != 3 || h[2].Changes[0] != (FieldChange{"name", "Петров", "Сидоров"}) {
		t.Fatalf("another person and a later hour begin anew: %+v", h)
	}
	before := h
	back := step(h, "Сидоров", "Петров", "Олег", 31)
	if len(back) != 2 {
		t.Errorf("there and back again leaves nothing: %+v", back)
	}
	if len(before) != 3 || before[2].Changes[0].To != "Сидоров" {
		t.Errorf("a history that is shared was changed: %+v", before)
	}
}

// TestOwnDates: the dates of a single question are part of the content.
func TestOwnDates(t *testing.T) {
	from := &Appeal{IncomingDate: "2026-10-05", Questions: []Question{{ID: "q", RegistrationDate: "2026-10-06"}}}
	to := &Appeal{IncomingDate: "2026-10-05", Questions: []Question{{ID: "q", IncomingDate: "2026-10-07"}}}
	want := []FieldChange{{"questions.0.incomingDate", "", "07.10.2026"},
		{"questions.0.registrationDate", "06.10.2026", ""}}
	if got := Diff(from, to); !reflect.DeepEqual(got, want) || from.ContentHash() == to.ContentHash() {
		t.Errorf("%+v", got)
	}
	if q := &to.Questions[0]; to.Arrived(q) != "2026-10-07" || to.Registered(q) != "" ||
		from.Arrived(&from.Questions[0]) != "2026-10-05" {
		t.Errorf("%+v", q)
	}
}
