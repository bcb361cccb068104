package merge

import (
	"testing"
	"time"

	"rroform/wasm/appeal"
)

var monday = time.Date(2026, 10, 5, 9, 0, 0, 0, time.UTC)

func direct(id, number, registered, name string) *appeal.Appeal {
	return &appeal.Appeal{ID: id, IsDirect: true, Number: number, RegistrationDate: appeal.Date(registered), Name: name,
		History: []appeal.Revision{{At: monday, Who: "Образцова А. П."}}}
}

// edited returns an appeal as another clerk changed it later.
func edited(ap *appeal.Appeal, address, who string, after time.Duration) *appeal.Appeal {
	to := *ap
	to.Address = address
	to.History = appeal.Record(ap.History, ap, &to, who, monday.Add(after))
	return &to
}

func TestMatch(t *testing.T) {
	base := direct("1", "12-ОГ", "2026-10-05", "Иванов Иван Иванович")
	foreign := direct("x", "12-ОГ", "2026-10-05", "Иванов Иван Иванович")
	foreign.History = nil
	moved := *foreign
	moved.Address = "ул. Новая, д. 1"
	imported := *base
	imported.Source = &appeal.Source{Hash: base.ContentHash()}
	for name, row := range map[string]struct {
		have, offered *appeal.Appeal
		want          Kind
	}{
		"unknown number":              {base, direct("2", "13-ОГ", "2026-10-05", "Иванов Иван Иванович"), New},
		"same number, other year":     {base, direct("2", "12-ОГ", "2025-10-05", "Иванов Иван Иванович"), New},
		"same number, other person":   {base, direct("2", "12-ОГ", "2026-10-06", "Петров Пётр"), New},
		"same number, corrected date": {base, direct("2", "12-ОГ", "2026-10-06", "Иванов Иван Иванович"), Conflict},
		"the same under another id":   {base, foreign, Same},
		"case of the number":          {base, direct("2", "12-ог", "2026-10-05", "Петров"), Conflict},
		"edited there":                {base, edited(base, "ул. Новая", "Петрова М. С.", time.Hour), Newer},
		"edited there at once":        {base, edited(base, "ул. Новая", "Образцова А. П.", time.Minute), Newer},
		"edited here":                 {edited(base, "ул. Новая", "Петрова М. С.", time.Hour), base, Older},
		"edited at both": {edited(base, "ул. Новая", "Петрова М. С.", time.Hour),
			edited(base, "ул. Старая", "Сидорова", 2*time.Hour), Conflict},
		"differs, without history": {base, &moved, Conflict},
		"differs, untouched since": {&imported, &moved, Newer},
	} {
		got := Match([]*appeal.Appeal{row.have}, []*appeal.Appeal{row.offered})
		if len(got) != 1 || got[0].Kind != row.want || (got[0].Have == nil) != (row.want == New) {
			t.Errorf("%s: %+v, want %s", name, got, row.want)
		}
	}
}

// TestMatchOnce: an appeal of the register is the counterpart of one offered appeal.
func TestMatchOnce(t *testing.T) {
	have := []*appeal.Appeal{direct("1", "5", "2026-10-05", "Иванов"), direct("2", "5", "2026-10-05", "Петров")}
	offered := []*appeal.Appeal{direct("a", "5", "2026-10-05", "Петров"), direct("b", "5", "2026-10-05", "Иванов"),
		direct("c", "5", "2026-10-05", "Иванов")}
	pairs := Match(have, offered)
	if pairs[0].Have != have[1] || pairs[1].Have != have[0] || pairs[2].Kind != New {
		t.Errorf("%+v", pairs)
	}
}

func TestDiffOfFiles(t *testing.T) {
	a, b := direct("1", "5", "2026-10-05", "Иванов"), direct("1", "5", "2026-10-05", "Иванов")
	a.Questions = []appeal.Question{{Attachment: &appeal.Attachment{Name: "Ответ.pdf", Size: 5, SHA256: "x"}}}
	b.Questions = []appeal.Question{{Attachment: &appeal.Attachment{Name: "Ответ.pdf", Size: 5, SHA256: "y"}}}
	if got := Diff(a, b); len(got) != 1 || got[0].Field != "questions.0.attachment" {
		t.Errorf("%+v", got)
	}
}
