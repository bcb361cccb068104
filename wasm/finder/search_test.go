package finder

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

var indexed = sync.OnceValue(func() *Index {
	t, err := parsed()
	if err != nil {
		panic(err)
	}
	return NewIndex(t, nil, nil)
})

func found(hits []Hit) []string {
	out := make([]string, len(hits))
	for i, h := range hits {
		out[i] = h.Code
	}
	return out
}

// Each case has the codes that must come first, in this order.
func TestSearchFirst(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"code", "0002.0014.0143.0389", "0002.0014.0143.0389"},
		{"code before its подвопросы", "0003.0009.0099.0742",
			"0003.0009.0099.0742 0003.0009.0099.0742.0109 0003.0009.0099.0742.0110"},
		{"code of a подвопрос", "0003.0009.0099.0742.0110", "0003.0009.0099.0742.0110"},
		{"code without dots", "0002001401430389", "0002.0014.0143.0389"},
		{"code with spaces", "0002 0014 0143 0389", "0002.0014.0143.0389"},
		{"code with О", "ООО2.ОО14.О143.О389", "0002.0014.0143.0389"},
		{"code with its title", "0003.0009.0099.0742.0110 ремонт автомобильных дорог", "0003.0009.0099.0742.0110"},
		{"code above the words of its подвопрос", "0003.0009.0099.0739 мостов", "0003.0009.0099.0739"},
		{"code in brackets", "(0002.0014.0143.0416) Качество", "0002.0014.0143.0416"},
		{"code, wrong words", "0002.0014.0143.0416 уличное освещение", "0002.0014.0143.0416 0003.0009.0097.0690"},
		{"part", "0002.0014.0143.038",
			"0002.0014.0143.0387 0002.0014.0143.0387.0050 0002.0014.0143.0387.0051 0002.0014.0143.0388"},
		{"part, document order", "0001.0001", "0001.0001.0001.0001 0001.0001.0001.0002 0001.0001.0002.0003"},
		{"part, padded", "0001.0001.0000.0000", "0001.0001.0001.0001 0001.0001.0001.0002 0001.0001.0002.0003"},
		{"part without dots", "000200140143038", "0002.0014.0143.0387"},
		{"part from the middle", "143.0389", "0002.0014.0143.0389"},
		{"number", "0389", "0002.0014.0143.0389"},
		{"number without zeros", "389", "0002.0014.0143.0389"},
		{"number, its подвопросы after it", "0336", "0002.0013.0139.0336 0002.0013.0139.0336.0031"},
		{"number in three themes", "1197", "0003.0009.0093.1197 0003.0009.0098.1197 0005.0005.0056.1197"},
		{"number before подвопрос before тема", "0110",
			"0001.0002.0025.0110 0003.0009.0099.0742.0110 0003.0010.0110.0785"},
		{"number unfinished", "121", "0001.0002.0026.0121 0001.0002.0025.1214 0001.0002.0025.1215"},
		{"words", "уличное освещение", "0003.0009.0097.0690"},
		{"forms", "уличного освещения", "0003.0009.0097.0690"},
		{"order", "освещение уличное", "0003.0009.0097.0690"},
		{"case and spaces", "  УЛИЧНОЕ   освещение ", "0003.0009.0097.0690"},
		{"last word unfinished", "уличное осв", "0003.0009.0097.0690"},
		{"one letter of the last word", "уличное о", "0003.0009.0097.0690"},
		{"ё", "учёт уплаченных налогов", "0003.0008.0086.0558.0098"},
		{"е", "учет уплаченных налогов", "0003.0008.0086.0558.0098"},
		{"Latin look-alikes", "yличнoe ocвeщeниe", "0003.0009.0097.0690"},
		{"Latin C in the title", "зсго", "0004.0015.0147.0892"},
		{"Latin C in the query", "ЗCГО", "0004.0015.0147.0892"},
		{"letter missing", "уличное освещние", "0003.0009.0097.0690"},
		{"letter extra", "уличное осввещение", "0003.0009.0097.0690"},
		{"letter wrong", "уличное освищение", "0003.0009.0097.0690"},
		{"letters swapped", "уличное освщеение", "0003.0009.0097.0690"},
		{"typo in the official text", "арбитражное судопроизводство", "0004.0018.0174.1091"},
		{"typo as in the official text", "Арибтражное", "0004.0018.0174.1091"},
		{"misprint «но налогам»", "задолженность по налогам в фонды", "0003.0008.0086.0558"},
		{"misprint «подземнаяная»", "безопасность подземная", "0003.0009.0099.0745"},
		{"all the words before a better part", "ремонт дорог",
			"0003.0009.0097.0699 0003.0009.0099.0742.0110"},
		{"word of a parent", "градостроительство снег", "0003.0009.0097.0694"},
		{"вопрос before its подвопросы", "назначение пенсии", "0002.0007.0071.0282"},
		{"equal: document order", "дошкольное образование",
			"0002.0013.0139.0329 0002.0013.0139.0333 0002.0013.0139.0325.0031 0002.0013.0139.0328.0031"},
		{"unknown words do not hide known ones", "кракозябра уличное освещение", "0003.0009.0097.0690"},
		{"stop words do not count", "служба и скорой на помощи", "0002.0014.0143.0393"},
	} {
		want := strings.Fields(c.want)
		got := found(indexed().Search(c.text, 0, nil))
		if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
			t.Errorf("%s: Search(%q) = %v, want first %v", c.name, c.text, got[:min(len(got), 5)], want)
		}
	}
}

// Each case has a code that must be among the hits.
func TestSearchAmong(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Арбитражное", "0004.0018.0174.1091"}, // written «Арибтражное»
		{"налогам", "0003.0008.0086.0558"},
		{"мусор", "0003.0009.0097.0694"},
		{"школ", "0002.0013.0139.0338"},
		{"пенс", "0002.0007.0071.0282"},
	} {
		if got := found(indexed().Search(c.text, 0, nil)); !slices.Contains(got, c.want) {
			t.Errorf("Search(%q) = %v, want %s among them", c.text, got, c.want)
		}
	}
}

func TestSearchNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\t\n", "...", "?!", "()", "\xff\xfe", "щщщщщ", "9999", "0000", "0002.9999",
		"0001.0001.0001.0001.0001.0001", "00000000000000000000000000000000000000", "ОООО.ОООО", "日本語"} {
		if got := indexed().Search(text, 10, nil); got == nil || len(got) != 0 {
			t.Errorf("Search(%q) = %#v, want an empty list", text, got)
		}
	}
}

func TestSearchLimit(t *testing.T) {
	for _, c := range []struct {
		limit, want int
	}{{1, 1}, {7, 7}, {MaxHits, MaxHits}, {MaxHits + 1, MaxHits}, {0, MaxHits}, {-1, MaxHits}} {
		if got := indexed().Search("о", c.limit, nil); len(got) != c.want {
			t.Errorf("limit %d: %d hits, want %d", c.limit, len(got), c.want)
		}
	}
}

func TestHit(t *testing.T) {
	for _, c := range []struct {
		text string
		want Hit
	}{
		{"0690", Hit{Code: "0003.0009.0097.0690", Title: "Уличное освещение",
			Path: "Экономика › Хозяйственная деятельность › Градостроительство и архитектура"}},
		{"0003.0009.0099.0742.0110",
			Hit{Code: "0003.0009.0099.0742.0110", Title: "ремонт автомобильных дорог",
				Path: "Экономика › Хозяйственная деятельность › Транспорт › Эксплуатация и сохранность автомобильных " +
					"дорог"}},
	} {
		got := indexed().Search(c.text, 1, nil)
		if len(got) != 1 || got[0].Score <= 0 {
			t.Fatalf("Search(%q) = %+v", c.text, got)
		}
		if got[0].Score = 0; got[0] != c.want {
			t.Errorf("Search(%q) = %+v, want %+v", c.text, got[0], c.want)
		}
	}
}

// Every assignable row is the first hit for its own code.
func TestSearchEveryCode(t *testing.T) {
	for r := range edition(t).All() {
		if !r.Assignable() {
			continue
		}
		if got := found(indexed().Search(r.Code, 1, nil)); len(got) != 1 || got[0] != r.Code {
			t.Errorf("Search(%s) = %v", r.Code, got)
		}
	}
}

func FuzzSearch(f *testing.F) {
	for _, s := range []string{"0002.0014.0143.03", "143.0389", "ремонт дорог", "0416 качество", "ё\u0306", "вшись",
		"\xff", "ооо", "нн"} {
		f.Add(s, 10)
	}
	table, ix := edition(f), indexed()
	f.Fuzz(func(t *testing.T, text string, limit int) {
		hits := ix.Search(text, limit, nil)
		if hits == nil || len(hits) > MaxHits || limit > 0 && len(hits) > limit {
			t.Errorf("Search(%q, %d): %d hits", text, limit, len(hits))
		}
		for _, h := range hits {
			if r, ok := table.Row(h.Code); !ok || !r.Assignable() {
				t.Errorf("Search(%q) found %s", text, h.Code)
			}
		}
	})
}

// TestSearchForgets: a tally is used again and again, and nothing of a query stays in it.
func TestSearchForgets(t *testing.T) {
	requests := ownRequests(t)
	used := NewIndex(edition(t), spoken(t), nil)
	for _, text := range requests {
		used.Search(text, MaxHits, nil)
	}
	for i := 0; i < len(requests); i += 40 {
		fresh := NewIndex(edition(t), spoken(t), nil)
		if got, want := used.Search(requests[i], MaxHits, nil),
			fresh.Search(requests[i], MaxHits, nil); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", requests[i], got, want)
		}
	}
}
