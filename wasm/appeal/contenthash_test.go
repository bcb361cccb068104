package appeal

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
	"time"
)

// fullAppeal returns an appeal with a value in every field.
func fullAppeal() *Appeal {
	yes, at := true, time.Date(2026, 10, 5, 12, 30, 0, 0, time.UTC)
	extra := func(s string) Extra { return Extra{"another": json.RawMessage(s)} }
	return &Appeal{
		ID: "a-1", Rev: 7, ProfileID: "first", Created: at, Modified: at.Add(time.Hour), IsDirect: true,
		Format: "Electronic", Number: "А26-1",
		CreateDate: "2026-10-01", IncomingDate: "2026-10-02", RegistrationDate: "2026-10-03",
		Name:    "Приметинцев «Э» <П> & \"К\"",
		Address: "с. Неведомовское\nд. 3", Email: "a@example.ru", Text: "Прошу", Draft: true, DepartmentID: "d",
		Decided: []string{"x"},
		History: []Revision{{At: at, Who: "Исполнитель", Changes: []FieldChange{{Field: "name", From: "А", To: "Б"}}}},
		Source:  &Source{File: "архив.zip", Place: "1.json", Hash: "h", Row: "r", Nth: 2},
		Extra:   extra(`{"b":[1,2]}`),
		Questions: []Question{{
			ID: "q-1", Code: "0003.0009.0097.0694", Status: "Answered", IncomingDate: "2026-10-04",
			RegistrationDate: "2026-10-05",
			ResponseDate:     "2026-10-20", ActionsTaken: &yes, Extra: extra(`"q"`),
			Attachment: &Attachment{FileID: "f-1", Name: "Ответ.pdf", Size: 1234, SHA256: "ab", Extra: extra(`null`)},
			Transfers: []Transfer{{ID: "t-1", DepartmentID: "9F1C", DepartmentName: "Орган", TransferDate: "2026-10-06",
				TransferNumber: "15-П", Extra: extra(`true`)}},
		}},
	}
}

// TestPinned: content hashes are stored in registers and hand-over files, so the same
// appeal must always have the same one. The program of November 2026 made these values.
func TestPinned(t *testing.T) {
	plain := &Appeal{Number: "1-ОГ", Format: "Other", CreateDate: "2026-10-01", Name: "Иванова Анна",
		Questions: []Question{{Code: "0003", Status: "InWork"}}}
	two := &Appeal{Number: "2-ОГ", Email: "\u2028\xff", Questions: []Question{
		{Status: "Transferred", Transfers: []Transfer{{TransferDate: "2026-10-06"}, {TransferNumber: "2"}}},
		{Transfers: []Transfer{}, ActionsTaken: new(bool)}}}
	for name, row := range map[string]struct {
		ap   *Appeal
		want string
	}{
		"nothing": {&Appeal{}, "ff31951c6a171a53c02ca02390f455b88fbfb3bf5d5e714587d830971255e293"},
		"no questions": {&Appeal{Questions: []Question{}},
			"d041c57d193fa6b4553e8fda45b66249acd786eb60de55b1399b7bbf891dc8d5"},
		"plain":         {plain, "7366ed5bdcba037bbac5ce4b25c64b58fa1e877f7e9320555e0138e3f58b7ef5"},
		"two questions": {two, "82db43249b7677b63d5efe4be723a13674aeff4d9abb2b14c45dd319d651c363"},
		"all fields":    {fullAppeal(), "34310a2d71c34c0d87529682da1931bf8df84771d8bb0815596ade85aa520a94"},
	} {
		if got := row.ap.ContentHash(); got != row.want {
			t.Errorf("%s: fingerprint %s, want %s", name, got, row.want)
		}
	}
}

// TestWhatCounts: for every field it is decided whether it is part of the fingerprint.
// Add a new field here, and leave it out of the fingerprint while it is zero.
func TestWhatCounts(t *testing.T) {
	silent := []string{"Appeal.ID", "Appeal.Rev", "Appeal.ProfileID", "Appeal.Created", "Appeal.Modified",
		"Appeal.Text", "Appeal.Draft",
		"Appeal.History", "Appeal.DepartmentID", "Appeal.Source", "Appeal.Decided", "Question.ID", "Attachment.FileID",
		"Transfer.ID",
		"Transfer.DepartmentName"}
	parts := map[string]func(*Appeal) reflect.Value{
		"Appeal":     func(ap *Appeal) reflect.Value { return reflect.ValueOf(ap).Elem() },
		"Question":   func(ap *Appeal) reflect.Value { return reflect.ValueOf(&ap.Questions[0]).Elem() },
		"Attachment": func(ap *Appeal) reflect.Value { return reflect.ValueOf(ap.Questions[0].Attachment).Elem() },
		"Transfer":   func(ap *Appeal) reflect.Value { return reflect.ValueOf(&ap.Questions[0].Transfers[0]).Elem() },
	}
	whole := fullAppeal().ContentHash()
	for name, part := range parts {
		for i := range part(fullAppeal()).NumField() {
			ap := fullAppeal()
			field := name + "." + part(ap).Type().Field(i).Name
			if part(ap).Field(i).IsZero() {
				t.Errorf("%s has no value in fullAppeal", field)
			}
			part(ap).Field(i).SetZero()
			if counts := ap.ContentHash() != whole; counts == slices.Contains(silent, field) {
				t.Errorf("%s counts: %v", field, counts)
			}
		}
	}
}
