package static_test

import (
	"os"
	"strings"
	"testing"

	"rroform/static"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
)

// TestPhrases: every assignable row has phrases. No phrase occurs under two
// вопросы of one тема, or under two подвопросы.
func TestPhrases(t *testing.T) {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	phrases, err := finder.ParsePhrases(data)
	if err != nil {
		t.Fatal(err)
	}
	questions, subs, said, used := 0, 0, 0, map[string]bool{}
	owner := map[string]string{} // theme and phrase → code
	for row := range table.All() {
		if !row.Assignable() {
			continue
		}
		key, least, group := row.Code, 8, row.Parent
		if row.Level == classifier.LevelSubquestion {
			subs++
			key, least, group = "*."+row.Code[strings.LastIndex(row.Code, ".")+1:], 3, "*"
			if used[key] {
				continue
			}
		} else {
			questions++
		}
		used[key] = true
		list := phrases[key]
		if len(list) < least || len(list) > 20 {
			t.Errorf("%s has %d phrases, want %d to 20", key, len(list), least)
		}
		said += len(list)
		for _, p := range list {
			at := group + " " + classifier.Fold(p)
			if other, twice := owner[at]; twice {
				t.Errorf("«%s» stands under %s and %s", p, other, key)
			}
			owner[at] = key
		}
	}
	for key := range phrases {
		if !used[key] {
			t.Errorf("%s is no code that can be assigned", key)
		}
	}
	if questions != 1225 || subs != 651 {
		t.Errorf("%d вопросов and %d подвопросов, want 1225 and 651", questions, subs)
	}
	t.Logf("%d phrases", said)
}
