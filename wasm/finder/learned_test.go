package finder

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"rroform/static"
)

// talking is the index with the built-in phrases.
var talking = sync.OnceValue(func() *Index {
	t, err := parsed()
	if err != nil {
		panic(err)
	}
	l, err := DecodeLexicon(static.Lexicon())
	if err != nil {
		panic(err)
	}
	return NewIndex(t, l, nil)
})

func TestKnown(t *testing.T) {
	for text, want := range map[string]string{
		"":                 "",
		"Не вывозят мусор": "вывозят мусор",
		"УК не чистит снег у дома 8":      "ук чистит снег дома",
		"мусор мусор МУСОР":               "мусор",
		"Иванов Иван Иванович":            "",
		"Мороз Вера":                      "",
		"снег на ул. Садовая":             "снег",
		"снег, просп. садовый":            "снег",
		"0694 снег":                       "",
		"0003.0009.0097.0694":             "",
		"389":                             "",
		"1000 рублей инвалидам":           "рублей инвалидам",
		"снег user@dom.ru":                "снег",
		"\x00\u202eснег":                  "снег",
		strings.Repeat("снег ямы ", 9000): "снег ямы",
	} {
		if got := strings.Join(talking().Known(text), " "); got != want {
			t.Errorf("Known(%.60q) = %q, want %q", text, got, want)
		}
	}
}

// The more words two texts have in common and the more often the code was chosen, the
// more it rises. Damaged choices are ignored.
func TestRecall(t *testing.T) {
	ix := talking()
	const text, code = "мусор во дворе не вывозят", "0003.0009.0097.0690"
	score := func(choices ...Choice) float64 {
		for _, h := range ix.Search(text, MaxHits, ix.Learn(choices)) {
			if h.Code == code {
				return h.Score
			}
		}
		return 0
	}
	var before float64
	for _, c := range []Choice{{"вывозят", code, 1}, {"вывозят мусор", code, 1}, {"вывозят дворе мусор", code, 1},
		{"вывозят дворе мусор", code, 3}} {
		if got := score(c); got <= before {
			t.Errorf("%+v: %v, want more than %v", c, got, before)
		} else {
			before = got
		}
	}
	none := ix.Search(text, MaxHits, nil)
	for _, bad := range []Choice{{"", code, 1}, {"щщщщщ", code, 1}, {"мусор", "", 1},
		{"мусор", "9999.9999.9999.9999", 1}, {"мусор", code, 0}, {"мусор", code, -5}} {
		if got := ix.Search(text, MaxHits, ix.Learn([]Choice{bad})); !slices.Equal(got, none) {
			t.Errorf("%+v changes the search", bad)
		}
	}
}

// Each case has the code that must come first. None of the texts is a phrase.
func TestSpokenFirst(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"typo in one word":       {"не горят фонпри на улице", "0003.0009.0097.0690"},
		"typo in the other word": {"не гарят фонари", "0003.0009.0097.0690"},
		"swapped letters":        {"не вывозят мсуор", "0005.0005.0056.1160"},
		"unfinished word":        {"не горят фона", "0003.0009.0097.0690"},
		"abbreviation, small":    {"новая ук не выбрана тсж", "0005.0005.0056.1164"},
		"abbreviation, capitals": {"ЕГЭ апелляция", "0002.0013.0139.0343"},
		"a whole sentence": {"Прошу принять меры: на нашей улице второй месяц не горят фонари, дети ходят " +
			"из школы в темноте", "0003.0009.0097.0690"},
		"an amount is no code":      {"1000 рублей по инвалидности ВОВ ДЕМО", "0002.0007.0074.0318"},
		"a year is no code":         {"в 1200 году не горят фонари", "0003.0009.0097.0690"},
		"a question number is":      {"0690 фонари", "0003.0009.0097.0690"},
		"formulas hide nothing":     {"прошу сообщить какие меры приняты фонари не горят", "0003.0009.0097.0690"},
		"a formula alone finds too": {"прошу разобраться", "0001.0002.0027.0131"},
	} {
		if hits := talking().Search(c.text, 5, nil); len(hits) == 0 || hits[0].Code != c.want {
			t.Errorf("%s: Search(%q) = %v, want %s first", name, c.text, found(hits), c.want)
		}
	}
}
