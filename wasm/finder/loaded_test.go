package finder

import (
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"rroform/static"
	"rroform/wasm/classifier"
)

// rowsOf returns the cells of a table.
func rowsOf(t *testing.T, name string) (rows [][]string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), "\t"))
	}
	return rows
}

// TestLoadedAnswersAsBuilt: the index from the encoded lexicon gives the same results as
// one built now from phrases and titles, for test queries, for shortened and misspelt
// words of them, and for letters.
func TestLoadedAnswersAsBuilt(t *testing.T) {
	data, err := os.ReadFile("../../static/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	phrases, err := ParsePhrases(data)
	if err != nil {
		t.Fatal(err)
	}
	add := func(codes, text string) {
		for code := range strings.SplitSeq(codes, "|") {
			phrases[code] = append(phrases[code], text)
		}
	}
	for _, cells := range rowsOf(t, "../../static/requests.tsv") {
		add(cells[0], cells[1])
	}
	for _, cells := range rowsOf(t, "../../testdata/queries/real.tsv") {
		if cells[2] == "real_code" {
			add(cells[1], cells[0])
		}
	}
	habits, err := ParseHabits(static.Habits())
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := LoadIndex(edition(t), static.Lexicon(), static.Habits())
	if err != nil {
		t.Fatal(err)
	}
	built := NewIndex(edition(t), phrases.Compile(edition(t)), habits)
	choices := []Choice{{Words: "дорога яма", Code: "0003.0009.0099.0742", Count: 3},
		{Words: "вода", Code: "0005.0005.0056.1149", Count: 1}}
	lessons, others := loaded.Learn(choices), built.Learn(choices)
	requests := ownRequests(t)
	for _, text := range append(requests, garbled(requests)...) {
		if got, want := loaded.Search(text, MaxHits, lessons),
			built.Search(text, MaxHits, others); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: loaded\n%+v\nbuilt\n%+v", text, got, want)
		}
		if got, want := loaded.Known(text), built.Known(text); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: known %v and %v", text, got, want)
		}
	}
	for n := 0; n+3 <= len(requests); n += 30 {
		letter := strings.Join(requests[n:n+3], ". ")
		if got, want := loaded.Suggest(letter, nil), built.Suggest(letter, nil); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: suggested %+v and %+v", letter, got, want)
		}
	}
}

func ownRequests(t *testing.T) (requests []string) {
	t.Helper()
	names, _ := filepath.Glob("../../testdata/queries/*.tsv")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			text, _, _ := strings.Cut(line, "\t")
			requests = append(requests, text)
		}
	}
	if len(requests) < 300 {
		t.Fatalf("%d own requests", len(requests))
	}
	return requests
}

// garbled returns texts of one to four words, some shortened or with a wrong letter.
func garbled(texts []string) (out []string) {
	random := rand.New(rand.NewSource(1))
	words := strings.Fields(strings.Join(texts, " "))
	for range 200 {
		var picked []string
		for range 1 + random.Intn(4) {
			word := []rune(words[random.Intn(len(words))])
			switch random.Intn(3) {
			case 0:
				word = word[:1+random.Intn(len(word))]
			case 1:
				word[random.Intn(len(word))] = 'а' + random.Int31n(32)
			}
			picked = append(picked, string(word))
		}
		out = append(out, strings.Join(picked, " "))
	}
	return out
}

// The index of another edition has its own titles, the phrases of the codes that are also
// in the built-in edition, and nothing else.
func TestBuildIndexOfAnotherEdition(t *testing.T) {
	tsv := "code\ttitle\n0003\tЭ\n0003.0009\tХ\n0003.0009.0099\tТ\n0003.0009.0099.0742\tКракозябры\n"
	table, err := classifier.Parse([]byte(tsv), "01.01.2027")
	if err != nil {
		t.Fatal(err)
	}
	ix, err := BuildIndex(table, static.Lexicon(), static.Habits())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"кракозябра", "0003.0009.0099.0742"},
		{"яма на дороге", "0003.0009.0099.0742"},
		{"отключили горячую воду", ""}, // said of a code that is not there
	} {
		if got := strings.Join(found(ix.Search(c.text, 0, nil)), " "); got != c.want {
			t.Errorf("Search(%q) = %s, want %q", c.text, got, c.want)
		}
	}
	if len(ix.Known("горячую")) > 0 {
		t.Error("a word that only other editions have is known")
	}
	if _, err := LoadIndex(table, static.Lexicon(), static.Habits()); err == nil {
		t.Error("an index was loaded for an edition that it was not made for")
	}
}
