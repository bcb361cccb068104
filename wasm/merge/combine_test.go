package merge

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"

	"rroform/wasm/appeal"
)

// variants are changes of one part each, by the path that Differences must return.
var variants = map[string]func(*appeal.Appeal){
	"isDirect":                     func(ap *appeal.Appeal) { ap.IsDirect = false },
	"format":                       func(ap *appeal.Appeal) { ap.Format = appeal.Electronic },
	"number":                       func(ap *appeal.Appeal) { ap.Number = "6" },
	"createDate":                   func(ap *appeal.Appeal) { ap.CreateDate = "2026-10-01" },
	"incomingDate":                 func(ap *appeal.Appeal) { ap.IncomingDate = "2026-10-02" },
	"registrationDate":             func(ap *appeal.Appeal) { ap.RegistrationDate = "2026-10-03" },
	"name":                         func(ap *appeal.Appeal) { ap.Name = "Петров" },
	"address":                      func(ap *appeal.Appeal) { ap.Address = "ул. Новая" },
	"email":                        func(ap *appeal.Appeal) { ap.Email = "a@example.com" },
	"extra":                        func(ap *appeal.Appeal) { ap.Extra = appeal.Extra{"x": json.RawMessage("1")} },
	"questions.0.code":             func(ap *appeal.Appeal) { ap.Questions[0].Code = "0001" },
	"questions.0.status":           func(ap *appeal.Appeal) { ap.Questions[0].Status = appeal.Answered },
	"questions.0.incomingDate":     func(ap *appeal.Appeal) { ap.Questions[0].IncomingDate = "2026-10-04" },
	"questions.0.registrationDate": func(ap *appeal.Appeal) { ap.Questions[0].RegistrationDate = "2026-10-04" },
	"questions.0.responseDate":     func(ap *appeal.Appeal) { ap.Questions[0].ResponseDate = "2026-10-04" },
	"questions.0.actionsTaken":     func(ap *appeal.Appeal) { ap.Questions[0].ActionsTaken = new(bool) },
	"questions.0.attachment": func(ap *appeal.Appeal) {
		ap.Questions[0].Attachment = &appeal.Attachment{FileID: "f", Name: "Ответ.pdf", SHA256: "0123456789"}
	},
	"questions.0.transfers": func(ap *appeal.Appeal) {
		ap.Questions[0].Transfers = []appeal.Transfer{{TransferNumber: "5"}}
	},
	"questions.0.extra": func(ap *appeal.Appeal) { ap.Questions[0].Extra = appeal.Extra{"x": json.RawMessage("1")} },
	"questions.1":       func(ap *appeal.Appeal) { ap.Questions = append(ap.Questions, appeal.Question{Code: "0002"}) },
}

// TestDifferences: each change is found by its path, and combining that part makes the
// states equal. If no part differs, the content hashes are equal.
func TestDifferences(t *testing.T) {
	for path, change := range variants {
		have := direct("1", "5", "2026-10-05", "Иванов")
		have.Questions = []appeal.Question{{ID: "q", Code: "0000"}}
		offered := have.Clone()
		change(&offered)
		list := Differences(have, &offered)
		if len(list) != 1 || list[0].Path != path || list[0].Label == "" || list[0].Label == path ||
			list[0].Here == list[0].File {
			t.Errorf("%s: %+v", path, list)
		}
		for side, want := range map[Side]string{Here: have.ContentHash(), Undecided: have.ContentHash(),
			File: offered.ContentHash()} {
			got := Combine(have, &offered, func(string) Side { return side })
			if got.ContentHash() != want {
				t.Errorf("%s from %q: %+v", path, side, got)
			}
		}
		if have.ContentHash() == offered.ContentHash() || have.Questions[0].ID != "q" {
			t.Errorf("%s: the fingerprint does not see it, or the state was changed in place", path)
		}
	}
}

// TestCombineQuestions: if the numbers of questions differ, each is combined as a whole.
func TestCombineQuestions(t *testing.T) {
	have, offered := direct("1", "5", "2026-10-05", "Иванов"), direct("1", "5", "2026-10-05", "Иванов")
	have.Questions = []appeal.Question{{Code: "а"}, {Code: "б"}, {Code: "в"}}
	offered.Questions = []appeal.Question{{Code: "а"}, {Code: "г"}}
	if list := Differences(have, offered); len(list) != 2 || list[0].Path != "questions.1" || list[1].File != "" {
		t.Errorf("%+v", list)
	}
	for picks, want := range map[[2]Side]string{{Here, Here}: "абв", {File, Here}: "агв", {Here, File}: "аб",
		{File, File}: "аг"} {
		got := Combine(have, offered, func(path string) Side { return picks[path[len("questions.")]-'1'] })
		text := ""
		for _, q := range got.Questions {
			text += q.Code
		}
		if text != want {
			t.Errorf("%v: %s, want %s", picks, text, want)
		}
	}
}

// TestDecided: a decided state is recognised on either side, also under another id,
// until it is changed.
func TestDecided(t *testing.T) {
	base := direct("1", "5", "2026-10-05", "Иванов")
	ours := edited(base, "ул. Наша", "Образцова", time.Hour)
	theirs := edited(base, "ул. Их", "Петрова", time.Hour)
	kept := Keep(ours, theirs)
	taken, told := Take(ours, theirs)
	if told || len(taken.History) != 3 {
		t.Errorf("told %v, history %+v", told, taken.History)
	}
	kind := func(have, offered appeal.Appeal) Kind {
		return Match([]*appeal.Appeal{&have}, []*appeal.Appeal{&offered})[0].Kind
	}
	foreign := theirs.Clone()
	foreign.ID, foreign.Name = "other", "Иванов"
	for name, row := range map[string]struct {
		have, offered appeal.Appeal
		want          Kind
	}{
		"kept ours, theirs again":          {kept, *theirs, Older},
		"kept ours, under another id":      {kept, foreign, Older},
		"kept ours, they get ours":         {*theirs, kept, Newer},
		"kept ours, they went on":          {kept, *edited(theirs, "ул. Третья", "Петрова", 5*time.Hour), Conflict},
		"took theirs, theirs again":        {taken, *theirs, Same},
		"took theirs, our old one again":   {taken, *ours, Older},
		"each decided for themselves":      {kept, Keep(theirs, ours), Conflict},
		"took theirs, a colleague gets it": {*base, taken, Newer},
	} {
		if got := kind(row.have, row.offered); got != row.want {
			t.Errorf("%s: %s, want %s", name, got, row.want)
		}
	}
}

// TestLater: the entry that changed the field decides. For a file without history the
// answer is unknown.
func TestLater(t *testing.T) {
	base := direct("1", "5", "2026-10-05", "Иванов")
	ours, theirs := edited(base, "ул. Наша", "Образцова", time.Hour), edited(base, "ул. Их", "Петрова", 2*time.Hour)
	ours.Email = "a@example.com"
	ours.History = appeal.Record(ours.History, edited(base, "ул. Наша", "", 0), ours, "Сидоров",
		monday.Add(9*time.Hour))
	foreign := theirs.Clone()
	foreign.History = nil
	imported := *base
	imported.Source = &appeal.Source{File: "архив.zip"}
	for name, row := range map[string]struct {
		have, offered *appeal.Appeal
		path          string
		want          Side
	}{
		"address, changed later there": {ours, theirs, "address", File},
		"email, changed later here":    {ours, theirs, "email", Here},
		"number, never changed":        {ours, theirs, "number", Undecided},
		"file without history":         {ours, &foreign, "address", Undecided},
		"here from a file":             {&imported, theirs, "address", Undecided},
	} {
		if got := Later(row.have, row.offered, row.path); got != row.want {
			t.Errorf("%s: %q, want %q", name, got, row.want)
		}
	}
}

// TestManyDecisions: the list of decided states is limited and keeps the last ones.
func TestManyDecisions(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	now := *direct("1", "5", "2026-10-05", "Иванов")
	var last *appeal.Appeal
	for range 3 * mostDecided {
		last = direct("1", "5", "2026-10-05", "Иванов")
		last.Address = string(rune('а' + r.IntN(30)))
		last.Email = last.Address
		now = Keep(&now, last)
	}
	if len(now.Decided) > mostDecided || Match([]*appeal.Appeal{&now}, []*appeal.Appeal{last})[0].Kind != Older {
		t.Errorf("%d decided", len(now.Decided))
	}
}
