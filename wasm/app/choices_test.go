package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
	"rroform/wasm/store"
)

func (c *core) choose(words, code string) {
	c.t.Helper()
	c.must("chooseCode", app.ChooseCodeReq{Query: words, Code: code}, nil)
}

func (c *core) learned() app.LearnedRes {
	c.t.Helper()
	var res app.LearnedRes
	c.must("learned", app.LearnedReq{}, &res)
	return res
}

func (c *core) searchCodes(words string) []finder.Hit {
	c.t.Helper()
	var res app.SearchCodesRes
	c.must("searchCodes", app.SearchCodesReq{Query: words}, &res)
	return res.Hits
}

// place of the code among the hits, from 0; -1 = nowhere.
func place(hits []finder.Hit, code string) int {
	return slices.IndexFunc(hits, func(h finder.Hit) bool { return h.Code == code })
}

// TestChosenCodeComesSooner: for like words too, and the hit says why.
func TestChosenCodeComesSooner(t *testing.T) {
	c, s := newFilled(t)
	const words, alike, other = "мусор во дворе не вывозят", "не вывозят мусор у дома", "очередь на жильё сироте"
	hits := c.searchCodes(words)
	own := hits[7].Code
	before, untouched := place(c.searchCodes(alike), own), c.searchCodes(other)
	c.choose(words, own)
	hit := c.searchCodes(words)[0]
	if hit.Code != own || hit.Chosen != "вывозят дворе мусор" {
		t.Errorf("first after the choice: %+v, want %s", hit, own)
	}
	if now := place(c.searchCodes(alike), own); now >= before && before > 0 {
		t.Errorf("for like words place %d, was %d", now, before)
	}
	if !slices.Equal(c.searchCodes(other), untouched) {
		t.Error("other words find other codes")
	}
	c.setDay("2026-11-03")
	c.choose("Во дворе мусор не вывозят!", own) // the same words
	want := c.learned().Choices
	if len(want) != 1 || want[0].Count != 2 || !want[0].Last.Equal(c.now) || want[0].Code != own ||
		want[0].Title == "" {
		t.Fatalf("learned %+v", want)
	}
	c.searchCodes(words)
	again := newCore(t, s, "2026-11-04")
	if got := again.learned().Choices; !slices.Equal(got, want) {
		t.Errorf("after a restart %+v, want %+v", got, want)
	}
	if again.searchCodes(words)[0].Code != own {
		t.Error("after a restart the choice counts no more")
	}
}

// TestChoiceTeachesNothing: nothing is stored after a search for a code, for unknown words, or with an
// invalid code.
func TestChoiceTeachesNothing(t *testing.T) {
	c, s := newFilled(t)
	const code = "0003.0009.0097.0694"
	for _, words := range []string{"", " ", "0003.0009.0097.0694", "0694", "694", "3.9.97.694",
		"0003.0009.0097.0694 Комплексное благоустройство", "0694 благоустройство",
		"Иванов Иван Иванович", "Мороз Вера Петровна", "щщщщщ", "\x00\x01", "user@hostname.com", "89161234567",
		"на и в", strings.Repeat("щ", 1<<16)} {
		c.choose(words, code)
	}
	for _, code := range []string{"", "0003.0009.0097", "9999.9999.9999.9999", "мусор"} {
		c.choose("мусор во дворе", code)
	}
	if got := c.learned(); len(got.Choices) != 0 {
		t.Errorf("learned %+v", got.Choices)
	}
	if keys, err := s.Keys(t.Context(), store.Choices); err != nil || len(keys) != 0 {
		t.Errorf("kept %q, %v", keys, err)
	}
}

// TestChoiceKeepsNoPerson: names, streets, numbers of houses and mail are left out.
func TestChoiceKeepsNoPerson(t *testing.T) {
	c, s := newFilled(t)
	const code = "0003.0009.0097.0694"
	for words, want := range map[string]string{
		"мусор у Иванова Ивана Ивановича":                     "мусор",
		"УК не чистит снег, ул. Садовая, д. 8, кв. 15":        "снег ук чистит",
		"яма у дома 5 на улице Советской, Роза Мира жалуется": "дома жалуется улице яма",
		"свалка ул ленина":                                    "свалка",
		"user@dom.ru просит фонари":                           "просит фонари",
	} {
		c.choose(words, code)
		if got := c.learned().Choices[0]; got.Words != want &&
			!slices.ContainsFunc(c.learned().Choices, func(r app.LearnedRow) bool { return r.Words == want }) {
			t.Errorf("%q taught %q, want %q", words, got.Words, want)
		}
	}
	for key, data := range content(t, s) {
		for _, name := range []string{"иванов", "садов", "советск", "ленин", "мира", "роза", "user", "15"} {
			if strings.HasPrefix(key, string(store.Choices)+"/") &&
				strings.Contains(key+data[:strings.Index(data, `"last"`)], name) {
				t.Errorf("%s is kept: %s %s", name, key, data)
			}
		}
	}
}

// TestChoicesBounded: the longest unused makes room.
func TestChoicesBounded(t *testing.T) {
	c, s := newFilled(t)
	const code, limit = "0003.0009.0097.0694", 2000
	words := vocabulary(t, limit+1)
	for i, w := range words[:limit] {
		c.now = c.now.Add(time.Second)
		c.choose(w, code)
		if i == limit-1 {
			c.now = c.now.Add(time.Second)
			c.choose(words[0], code) // used again: no longer the oldest
		}
	}
	if n := len(c.learned().Choices); n != limit {
		t.Fatalf("%d choices of %d words", n, limit)
	}
	c.now = c.now.Add(time.Second)
	c.choose(words[limit], code)
	var kept []string
	for _, r := range c.learned().Choices {
		kept = append(kept, r.Words)
	}
	if len(kept) != limit || kept[0] != words[limit] || kept[1] != words[0] || slices.Contains(kept, words[1]) ||
		!slices.Contains(kept, words[2]) {
		t.Errorf("%d kept, the latest %q; the oldest there: %v", len(kept), kept[:2], slices.Contains(kept, words[1]))
	}
	if keys, err := s.Keys(t.Context(), store.Choices); err != nil || len(keys) != limit {
		t.Errorf("%d rows, %v", len(keys), err)
	}
}

// vocabulary is single words that teach something, each of its own.
func vocabulary(t *testing.T, n int) (words []string) {
	t.Helper()
	c := newCore(t, store.NewMemory(), today)
	seen := map[string]bool{}
	for row := range edition(t).All() {
		for w := range strings.FieldsSeq(classifier.Fold(row.Title)) {
			if len(w) < len("слово") || seen[w] {
				continue
			}
			seen[w] = true
			words = append(words, w)
		}
	}
	// Known words only, found by one try.
	var known []string
	for _, w := range words {
		if len(known) == n {
			return known
		}
		if before := len(known); before >= 0 && knows(c, w) {
			known = append(known, w)
		}
	}
	t.Fatalf("%d words, want %d", len(known), n)
	return nil
}

func knows(c *core, w string) bool {
	c.choose(w, "0003.0009.0097.0690")
	there := len(c.learned().Choices) == 1
	c.must("forgetChoices", app.ForgetChoicesReq{}, nil)
	return there
}

func TestForgetChoices(t *testing.T) {
	c, s := newFilled(t)
	hits := c.searchCodes("мусор")
	a, b := hits[3].Code, hits[4].Code
	c.choose("мусор", a)
	c.choose("мусор", b)
	c.choose("фонари", a)
	c.must("favouriteCode", app.FavouriteReq{Code: a, On: true}, nil)
	var res app.LearnedRes
	c.must("forgetChoices", app.ForgetChoicesReq{Words: "мусор", Code: a}, &res)
	if got := fmt.Sprint(pairs(res)); len(res.Choices) != 2 || strings.Contains(got, "мусор "+a) {
		t.Errorf("after forgetting one: %s", got)
	}
	if hit := c.searchCodes("мусор")[0]; hit.Code != b || hit.Chosen == "" {
		t.Errorf("the other choice counts no more: %+v", hit)
	}
	c.must("forgetChoices", app.ForgetChoicesReq{Words: "никогда", Code: a}, &res)
	if len(res.Choices) != 2 {
		t.Errorf("an unknown lesson took %d along", 2-len(res.Choices))
	}
	res = app.LearnedRes{}
	c.must("forgetChoices", app.ForgetChoicesReq{}, &res)
	if len(res.Choices) != 0 || len(res.Favourites) != 1 {
		t.Errorf("after forgetting all: %+v", res)
	}
	if !slices.Equal(c.searchCodes("мусор"), hits) {
		t.Error("the search does not answer as before the choices")
	}
	if got := newCore(t, s, today).learned(); len(got.Choices) != 0 || len(got.Favourites) != 1 {
		t.Errorf("after a restart: %+v", got)
	}
}

func pairs(res app.LearnedRes) (list []string) {
	for _, r := range res.Choices {
		list = append(list, r.Words+" "+r.Code)
	}
	return list
}

// TestLearnedInBackup: choices and favourites come back with a restore, and
// what was learned since goes.
func TestLearnedInBackup(t *testing.T) {
	c, _ := newFilled(t)
	code := c.searchCodes("мусор")[6].Code
	c.choose("мусор", code)
	c.must("favouriteCode", app.FavouriteReq{Code: code, On: true}, nil)
	want, data := c.learned(), c.backup()
	r, _ := newFilled(t)
	r.choose("снег", "0003.0009.0097.0690")
	r.searchCodes("снег")
	r.must("restore", app.RestoreReq{}, nil, data)
	if got := r.learned(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("after the restore %+v, want %+v", got, want)
	}
	if hit := r.searchCodes("мусор")[0]; hit.Code != code || hit.Chosen != "мусор" {
		t.Errorf("the restored choice does not count: %+v", hit)
	}
	if hit := r.searchCodes("снег")[0]; hit.Chosen != "" {
		t.Errorf("a choice outlived the restore: %+v", hit)
	}
}
