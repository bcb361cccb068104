package classifier

import (
	"sync"
	"testing"

	"rroform/static"
)

var parsed = sync.OnceValues(func() (*Table, error) {
	return Parse(static.Classifier(), static.ClassifierEdition)
})

// edition returns the built-in classifier.
func edition(tb testing.TB) *Table {
	tb.Helper()
	t, err := parsed()
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func TestLevels(t *testing.T) {
	got := map[int]int{}
	retired := 0
	for r := range edition(t).All() {
		got[r.Level]++
		if r.Retired {
			retired++
		}
	}
	// Counts of the edition: static/CLASSIFIER.md.
	want := map[int]int{LevelSection: 5, LevelSubject: 21, LevelTheme: 206, LevelQuestion: 1225, LevelSubquestion: 651}
	for level, n := range want {
		if got[level] != n {
			t.Errorf("level %d: %d rows, want %d", level, got[level], n)
		}
	}
	if len(got) != len(want) || retired != 0 || edition(t).Edition() != "31.10.2025" {
		t.Errorf("levels %v, %d retired, edition %q", got, retired, edition(t).Edition())
	}
	if n := edition(t).Len(); n != 2108 {
		t.Errorf("Len = %d", n)
	}
}

func TestRow(t *testing.T) {
	for _, c := range []struct {
		code, want string
		level      int
	}{
		{"0003", "Экономика", LevelSection},
		{"0003.0009.0099", "Транспорт", LevelTheme},
		{"0003.0009.0099.0000", "Транспорт", LevelTheme},
		{"0003.0000.0000.0000", "Экономика", LevelSection},
		{"0001.0001.0001.0001", "Конституция Российской Федерации (основы конституционного строя)", LevelQuestion},
		{"0003.0009.0099.0742.0110", "ремонт автомобильных дорог", LevelSubquestion},
		{"0004.0015.0147.0892", "Содержание и обслуживание защитных сооружений гражданской обороны и " +
			"противорадиационных укрытий (ЗCГО и ПРУ)", LevelQuestion},
		{"0389", "", 0},
		{"", "", 0},
	} {
		r, ok := edition(t).Row(c.code)
		if r.Title != c.want || r.Level != c.level || ok != (c.level > 0) {
			t.Errorf("Row(%q) = %q, level %d, %v", c.code, r.Title, r.Level, ok)
		}
	}
}
