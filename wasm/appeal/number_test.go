package appeal

import "testing"

func TestRussianNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"F26-02-000000601": "А26-02-000000601", "f26-02-000000601": "А26-02-000000601", "F26-NJ-5": "А26-ТО-5",
		"F26-Т-5":          "А26-Т-5",
		"A26-02-000000601": "А26-02-000000601", "a26-02-1": "А26-02-1", "A26-Т-5": "А26-Т-5",
		"2-OГ": "2-ОГ", "12-оГ": "12-оГ", "2-JU": "2-ОГ", "2-ju": "2-ОГ",
		"А26-02-000000601": "А26-02-000000601", "2-ОГ": "2-ОГ", "ID-17": "ID-17", "TA-26": "TA-26", "FЯ-1": "FЯ-1",
		"260": "260", "": "",
	} {
		if got := RussianNumber(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
