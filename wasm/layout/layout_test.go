package layout

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	if utf8.RuneCountInString(latinKeys) != utf8.RuneCountInString(russianKeys) {
		t.Fatal("the layouts have different keys")
	}
	for typed, want := range map[string]string{
		"zvf yf ljhjut": "яма на дороге", "ytljcnegyfz cnjbvjcnm ktrfhcnd": "недоступная стоимость лекарств",
		"Ghbvthjd": "Примеров", "F26-02-000000601": "А26-02-000000601", "2-JU": "2-ОГ", "[jkjl": "холод",
		",tpjgfcyjcnm": "безопасность", "'ktrnhbxtcndj": "электричество", "яма yf ljhjut": "яма на дороге",
		// the last one begins with a Latin A: not typed in the wrong layout
		"05.10.2026": "05.10.2026", "": "", "яма": "яма", "д.5": "д.5", "Aлтай": "Aлтай",
	} {
		if got := Russian(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	for typed, want := range map[string]string{"шмфт": "ivan", `шмфт"ьфшдюкг`: "ivan@mail.ru", "сщмшв 19": "covid 19",
		"ivan": "ivan", "5": "5"} {
		if got := Latin(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := Others("5-10"); got != nil {
		t.Errorf("5-10: %q", got)
	}
}

func TestSign(t *testing.T) {
	digits := func(r rune) bool { return r >= '0' && r <= '9' || r == '.' || r == ',' }
	for typed, want := range map[string]string{
		"05ю10ю2026": "05.10.2026", "05б10б2026": "05,10,2026", "0003/0009": "0003.0009", "05?10": "05,10",
		"5 мая": "5 мая", "05.10": "05.10",
	} {
		if got := Sign(typed, digits); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := Sign("щщщ3", func(r rune) bool { return strings.ContainsRune("o3", r) }); got != "ooo3" {
		t.Errorf("%q", got)
	}
}
