package finder

import (
	"fmt"
	"runtime/debug"
	"strings"
	"testing"

	"rroform/wasm/classifier"
)

func TestSearchLeavesRetiredOut(t *testing.T) {
	ix := NewIndex(smallTable(t), nil, nil)
	for _, c := range []struct{ text, want string }{
		{"вопрос", "0001.0002.0003.0006"},
		{"старый", ""},
		{"0004", ""},
		{"тема", "0001.0002.0003.0006 0001.0002.0003.0457"},
	} {
		if got := strings.Join(found(ix.Search(c.text, 0, nil)), " "); got != c.want {
			t.Errorf("Search(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

// Phrases are searched as well as titles, and the hit has the matching one.
func TestSearchPhrases(t *testing.T) {
	ix := NewIndex(edition(t), Phrases{
		"0003.0009.0099.0742": {"яма на дороге", "разбитый асфальт"},
		"0003.0009.0097.0699": {"яма во дворе"},
		"*.0110":              {"залатать выбоины"},
	}.Compile(edition(t)), nil)
	for _, c := range []struct{ text, code, phrase string }{
		{"ямы на дорогах", "0003.0009.0099.0742", "яма на дороге"},
		{"яма во дворе", "0003.0009.0097.0699", "яма во дворе"},
		{"У нас весь асфальт разбитый, не проехать", "0003.0009.0099.0742", "разбитый асфальт"},
		{"выбоины залатать", "0003.0009.0099.0742.0110", "залатать выбоины"},
	} {
		got := ix.Search(c.text, 1, nil)
		if len(got) != 1 || got[0].Code != c.code || got[0].Phrase != c.phrase {
			t.Errorf("Search(%q) = %+v", c.text, got)
		}
	}
}

// questions returns an index of questions with these titles, numbered from 1,
// in the theme «Благоустройство».
func questions(tb testing.TB, titles ...string) *Index {
	tb.Helper()
	tsv := "code\ttitle\n0001\tР\n0001.0001\tТ\n0001.0001.0001\tБлагоустройство\n"
	for i, title := range titles {
		tsv += fmt.Sprintf("0001.0001.0001.%04d\t%s\n", i+1, title)
	}
	t, err := classifier.Parse([]byte(tsv), "")
	if err != nil {
		tb.Fatal(err)
	}
	return NewIndex(t, nil, nil)
}

// Each case lists everything that is found, by the numbers of the titles, in order. A
// space at the end of the text means that the last word is complete.
func TestSearchWays(t *testing.T) {
	yard := []string{"Ремонт дороги", "Дорожный знак", "Мусор", "Мусоровоз", "Знак знак"}
	lift := []string{"Лифт", "Лифт старый", "Лифт новый", "Лифт грузовой", "Мусоровоз, лифт", "Мусор"}
	misspelt := []string{"Лифт", "Лифт старый", "Лифт новый", "Лифт грузовой", "Музор, лифт", "Мусор"}
	long := []string{"Мусор и очень длинное название этого вопроса", "Лифт"}
	for _, c := range []struct {
		name   string
		titles []string
		text   string
		want   string
	}{
		{"form", yard, "дорогами ", "1"},
		{"unfinished", yard, "доро", "1 2"},
		{"unfinished, two letters", yard, "зн", "5 2"},
		{"finished, two letters", yard, "зн ", ""},
		{"finished by a stop word", yard, "зн на", ""},
		{"all the words, the last unfinished", yard, "знак дор", "2 5 1"},
		{"an unfinished word counts as one", long, "мусор лиф", "2 1"},
		{"kin after the word itself", yard, "мусор ", "3 4"},
		{"kin of a short stem", yard, "рем ", ""},
		{"missing letter", yard, "дорга ", "1"},
		{"wrong letter", yard, "музор ", "3"},
		{"swapped letters", yard, "рмеонт ", "1"},
		{"two typos", yard, "рмеотн ", ""},
		{"typo in a short word", yard, "знаг ", ""},
		{"twice weighs more than once", yard, "знак ", "5 2"},
		{"parent", yard, "благоустройство ", "1 2 3 4 5"},
		{"kin does not hold the word", lift, "мусор лифт ", "6 5 1 2 3 4"},
		{"no typos of a word that is there", misspelt, "мусор лифт ", "6 1 2 3 4 5"},
		{"kin holds it when nothing else does", lift[:5], "мусор лифт ", "5 1 2 3 4"},
	} {
		var got []string
		for _, h := range questions(t, c.titles...).Search(c.text, 0, nil) {
			got = append(got, strings.TrimLeft(h.Code[len(h.Code)-classifier.GroupLen:], "0"))
		}
		if list := strings.Join(got, " "); list != c.want {
			t.Errorf("%s: Search(%q) = %s, want %s", c.name, c.text, list, c.want)
		}
	}
}

// TestSearchAfterRenew: a code that an edition retired is not offered, a new one is.
func TestSearchAfterRenew(t *testing.T) {
	old, err := classifier.Parse([]byte("code\ttitle\n0001\tГосударство\n0001.0002\tУправление\n"+
		"0001.0002.0027\tОбращения\n0001.0002.0027.0130\tПереписка прекращена\n"), "31.10.2025")
	if err != nil {
		t.Fatal(err)
	}
	r, err := classifier.Renew(old, []classifier.Entry{{Code: "0001.0002.0027.1301", Title: "Цифровая приёмная"}},
		"15.09.2026")
	if err != nil {
		t.Fatal(err)
	}
	hits := NewIndex(r.Table, nil, nil).Search("переписка прекращена", 10, nil)
	if len(hits) > 0 && hits[0].Code == "0001.0002.0027.0130" {
		t.Error("a code that is gone is offered")
	}
	if hits := NewIndex(r.Table, nil, nil).Search("цифровая приёмная", 1, nil); len(hits) != 1 ||
		hits[0].Code != "0001.0002.0027.1301" {
		t.Errorf("%+v", hits)
	}
}

// TestRestCollector: the collector runs as before when several builds overlap.
func TestRestCollector(t *testing.T) {
	before := debug.SetGCPercent(77)
	defer debug.SetGCPercent(before)
	first, second := restCollector(), restCollector()
	first()
	second()
	if got := debug.SetGCPercent(77); got != 77 {
		t.Errorf("GC percent %d", got)
	}
}
