package classifier

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

func entriesOf(t *testing.T, name string) ([]Entry, []string) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/packs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return Entries(string(data))
}

// TestWord reads text pasted from Word with every difficulty of static/CLASSIFIER.md.
func TestWord(t *testing.T) {
	list, unread := entriesOf(t, "word.txt")
	want := []Entry{
		{"0001", "Государство, общество, политика", false},
		{"0001.0001", "Конституционный строй", false},
		{"0001.0001.0001", "Конституция. Уставы субъектов", false},
		{"0001.0001.0001.0001", "Конституция Российской Федерации (основы конституционного строя)", false},
		// the heading after it is glued on
		{"0001.0001.0001.0002", "Конституции, уставы субъектов Российской Федерации", false},
		{"0001.0002", "Основы государственного управления", false},
		{"0001.0002.0027", "Обращения, заявления и жалобы граждан", false},
		{"0001.0002.0027.0126", "Обращение без адресата", false}, // a footnote's digit is glued on
		{"0001.0002.0027.0127.0015", "Анонимное обращение, поступившее повторно", false},
		{"0001.0002.0027.1301", "Обращение через цифровую приёмную", false},
	}
	if !slices.Equal(list, want) || len(unread) > 0 {
		t.Errorf("unread %q\n got %+v\nwant %+v", unread, list, want)
	}
	if got := EditionIn("Классификаторы на 15.09.2026\n"); got != "15.09.2026" {
		t.Errorf("edition %q", got)
	}
}

// TestShapes: the same five rows in every format.
func TestShapes(t *testing.T) {
	want := []Entry{{"0001", "Государство", false}, {"0001.0002", "Управление", false},
		{"0001.0002.0027", "Обращения", false},
		{"0001.0002.0027.0126", "Без адресата", false}, {"0001.0002.0027.0127", "Анонимное", true}}
	for name, missed := range map[string]int{"list.json": 0, "paths.json": 0, "categories.json": 0, "ours.tsv": 0,
		"sed.csv": 1} {
		if list, unread := entriesOf(t, name); !slices.Equal(list, want) || len(unread) != missed {
			t.Errorf("%s: %+v, unread %q", name, list, unread)
		}
	}
	if list, unread := entriesOf(t, "onecell.txt"); !slices.Equal(list, want[:4]) || len(unread) > 0 {
		t.Errorf("one cell: %+v, unread %q", list, unread)
	}
}

// TestNoEntries: a text that is not an edition has no entries; bad JSON is reported.
func TestNoEntries(t *testing.T) {
	for text, said := range map[string]bool{"": false, "просто текст": false, "[": true, "{}": false,
		`[{"code":"x","name":"y"}]`: true, "0001.0000.0000.0001 ноль внутри": true, "{\"categories\":3}": true} {
		if list, unread := Entries(text); len(list) > 0 || said != (len(unread) > 0) {
			t.Errorf("%q: %+v, %q", text, list, unread)
		}
	}
}

func FuzzEntries(f *testing.F) {
	for _, name := range []string{"word.txt", "list.json", "sed.csv", "onecell.txt"} {
		data, err := os.ReadFile("../../testdata/packs/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	old, err := Parse([]byte("code\ttitle\n0001\tА\n0001.0002\tБ\n0001.0002.0027\tВ\n0001.0002.0027.0126\tГ\n"), "1")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		list, _ := Entries(text)
		if len(list) == 0 {
			return
		}
		r, err := Renew(old, list, "2")
		if errors.Is(err, ErrNoQuestions) {
			return
		}
		if err != nil {
			t.Fatalf("%+v: %v", list, err)
		}
		if again, err := Parse(r.Table.TSV(), "2"); err != nil || again.Len() != r.Table.Len() {
			t.Fatalf("%+v: %v", list, err)
		}
	})
}

// TestRenew: removed codes are retired but readable, new ones are found.
func TestRenew(t *testing.T) {
	old, err := Parse([]byte("code\ttitle\n0001\tГосударство\n0001.0002\tУправление\n0001.0002.0027\tОбращения\n"+
		"0001.0002.0027.0126\tБез адресата\n0001.0002.0027.0130\tПереписка прекращена\n"+
		"0001.0002.0027.0131\tпрекращение рассмотрения\n"), "31.10.2025")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Renew(old, []Entry{{"0001.0002.0027.0126", "Обращение без адресата", false},
		{"0001.0002.0027.0131", "Прекращение  рассмотрения;", false},
		{"0001.0002.0027.1301", "Цифровая приёмная", false},
		{"0009.0001.0001.0002", "Вопрос без верхних уровней", false}}, "15.09.2026")
	if err != nil {
		t.Fatal(err)
	}
	codes := func(list []Row) string {
		var out []string
		for _, row := range list {
			out = append(out, row.Code)
		}
		return strings.Join(out, " ")
	}
	if got := codes(r.Added); got != "0001.0002.0027.1301 0009 0009.0001 0009.0001.0001 0009.0001.0001.0002" {
		t.Errorf("added %s", got)
	}
	if got := codes(r.Gone); got != "0001.0002.0027.0130" {
		t.Errorf("gone %s", got)
	}
	if len(r.Retitled) != 1 || r.Retitled[0].Was != "Без адресата" || len(r.Remarks) != 3 {
		t.Errorf("retitled %+v, remarks %q", r.Retitled, r.Remarks)
	}
	if got := r.Table.Resolve("0001.0002.0027.0130"); got.Kind != KindRetired {
		t.Errorf("a code that is gone is %s", got.Kind)
	}
	back, err := Renew(r.Table, []Entry{{"0001.0002.0027.0130", "Переписка прекращена", false}}, "1.1.2027")
	if err != nil || codes(back.Added) != "0001.0002.0027.0130" {
		t.Errorf("a code that comes back: %s, %v", codes(back.Added), err)
	}
	if _, err := Renew(&Table{}, []Entry{{"0001", "Раздел", false}}, "1"); err == nil {
		t.Error("an edition without questions is taken")
	}
}
