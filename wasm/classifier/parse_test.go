package classifier

import (
	"strings"
	"testing"
)

// small has everything unusual that Parse accepts: a BOM, CRLF, padded codes, columns in
// another order, retired rows, a note.
const small = "\ufefftitle\tcode\tnote\tretired\r\n" +
	"Раздел\t0001.0000.0000.0000\t\t\r\n" +
	"Тематика\t0001.0002.0000.0000\t\t0\r\n" +
	"Тема\t0001.0002.0003.0000\t\tfalse\r\n" +
	"Старый вопрос\t0001.0002.0003.0004\t\t1\r\n" +
	"под старым\t0001.0002.0003.0004.0005\t\t\r\n" +
	"\r\n" +
	"Живой вопрос\t0001.0002.0003.0006\tсноска\t\r\n" +
	"под живым, старый\t0001.0002.0003.0006.0005\t\ttrue\r\n" +
	"Второе место\t0001.0002.0003.0457\t\t\r\n"

func smallTable(tb testing.TB) *Table {
	tb.Helper()
	t, err := Parse([]byte(small), "проба")
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func TestParse(t *testing.T) {
	for _, c := range []Row{
		{Code: "0001", Title: "Раздел", Level: LevelSection},
		{Code: "0001.0002.0003", Title: "Тема", Parent: "0001.0002", Level: LevelTheme},
		{Code: "0001.0002.0003.0004", Title: "Старый вопрос", Parent: "0001.0002.0003", Level: LevelQuestion,
			Retired: true},
		{Code: "0001.0002.0003.0004.0005", Title: "под старым", Parent: "0001.0002.0003.0004", Level: LevelSubquestion,
			Retired: true},
		{Code: "0001.0002.0003.0006", Title: "Живой вопрос", Parent: "0001.0002.0003", Level: LevelQuestion,
			Note: "сноска"},
		{Code: "0001.0002.0003.0006.0005", Title: "под живым, старый", Parent: "0001.0002.0003.0006",
			Level: LevelSubquestion, Retired: true},
	} {
		if got, ok := smallTable(t).Row(c.Code); !ok || got != c {
			t.Errorf("got %+v, %v, want %+v", got, ok, c)
		}
		if got, want := c.Assignable(), c.Code == "0001.0002.0003.0006"; got != want {
			t.Errorf("%s: Assignable = %v", c.Code, got)
		}
	}
}

func TestParseErrors(t *testing.T) {
	const head = "code\ttitle\tparent\tlevel\tretired\n0001\tРаздел\n"
	for _, c := range []struct{ name, tsv, want string }{
		{"empty", "", "columns code and title"},
		{"no title column", "code\tname\n0001\tРаздел\n", "columns code and title"},
		{"no rows", "code\ttitle\n\n", "no rows"},
		{"no code", head + "0001.02\tТематика\n", `line 3: "0001.02" is no code`},
		{"letters", head + "0001.000О\tТематика\n", "is no code"},
		{"six groups", head + "0001.0001.0001.0001.0001.0001\tЛишнее\n", "is no code"},
		{"no title", head + "0001.0002\t \n", "0001.0002 has no title"},
		{"twice", head + "0001\tЕщё раз\n", "0001 stands twice"},
		{"orphan", head + "0002.0002\tСирота\n", "0002.0002 stands before its parent"},
		{"wrong parent", head + "0001.0002\tТематика\t0003\n", `has the parent "0003", want "0001"`},
		{"wrong level", head + "0001.0002\tТематика\t0001\t3\n", `has the level "3", want 2`},
		{"wrong retired", head + "0001.0002\tТематика\t0001\t2\tда\n", `has retired = "да"`},
	} {
		table, err := Parse([]byte(c.tsv), "")
		if err == nil || table != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}
