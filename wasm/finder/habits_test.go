package finder

import (
	"bytes"
	"slices"
	"testing"

	"rroform/static"
)

func TestHabitsRoundTrip(t *testing.T) {
	h, err := ParseHabits(static.Habits())
	if err != nil {
		t.Fatal(err)
	}
	if again := h.Encode(); !bytes.Equal(again, static.Habits()) {
		t.Error("encoded again, the habits differ")
	}
	const row = "0005.0005.0056.1168\t"
	for _, bad := range []string{"", "code\n", row + "1\t0\n", habitsHead + row + "1\n", habitsHead + row + "-1\t0\n",
		habitsHead + row + "NaN\t0\n", habitsHead + row + "1e99\t0\n", habitsHead + row + "1\t3\n",
		habitsHead + row + "1\t-1\n", habitsHead + "0005\t1\t0\n"} {
		if _, err := ParseHabits([]byte(bad)); err == nil {
			t.Errorf("%q is no error", bad)
		}
	}
}

// TestHabitDecides: of codes that fit a text, the usual one comes first and says why; a code
// that the text does not name is not raised.
func TestHabitDecides(t *testing.T) {
	const rare, usual, other = "0005.0005.0056.1157", "0005.0005.0056.1168", "0002.0013.0139.0327"
	spoken := Phrases{rare: {"вода в подвале дома"}, usual: {"вода в подвале"}, other: {"школа"}}
	lexicon := spoken.Compile(edition(t))
	const text = "вода в подвале дома"
	plain := NewIndex(edition(t), lexicon, nil).Search(text, 5, nil)
	if plain[0].Code != rare || plain[0].Usual {
		t.Fatalf("without habits: %+v", plain)
	}
	habits := NewHabits()
	for range 50 {
		habits.Add(usual)
		habits.Add(other)
	}
	hits := NewIndex(edition(t), lexicon, habits).Search(text, MaxHits, nil)
	if hits[0].Code != usual || !hits[0].Usual || hits[1].Usual {
		t.Errorf("with habits: %+v", hits[:2])
	}
	if slices.ContainsFunc(hits, func(h Hit) bool { return h.Code == other }) {
		t.Error("habit brings a code that the text does not name")
	}
}

// TestOneQuestionOnce: the first hits are of different questions; their подвопросы follow.
func TestOneQuestionOnce(t *testing.T) {
	ix := NewIndex(edition(t), spoken(t), nil)
	for _, text := range []string{"ремонт дорог", "назначение пенсии", "школьное образование", "сотрудник полиции"} {
		hits := ix.Search(text, MaxHits, nil)
		met := map[string]bool{}
		for _, h := range hits[:min(len(hits), SuggestedCodes)] {
			question := h.Code[:min(len(h.Code), len("0000.0000.0000.0000"))]
			if met[question] {
				t.Errorf("%q: %s twice among the first", text, question)
			}
			met[question] = true
		}
		codes := map[string]bool{}
		for _, h := range hits {
			if codes[h.Code] {
				t.Errorf("%q: %s is listed twice", text, h.Code)
			}
			codes[h.Code] = true
		}
	}
}
