package app_test

import (
	"strings"
	"testing"

	"rroform/static"
	"rroform/wasm/app"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
)

func (c *core) suggest(text string) finder.Suggestion {
	c.t.Helper()
	var res finder.Suggestion
	c.must("suggestCodes", app.SuggestReq{Text: text}, &res)
	return res
}

const theme = len("0000.0000.0000")

func TestSuggestOneQuestion(t *testing.T) {
	c, _ := newFilled(t)
	got := c.suggest("Здравствуйте! Прошу принять меры. На нашей улице уже месяц не горят фонари, вечером темно и " +
		"страшно ходить. Заранее благодарю.")
	if len(got.Hits) != finder.SuggestedCodes || place(got.Hits, "0003.0009.0097.0690") != 0 {
		t.Errorf("hits %+v", got.Hits)
	}
	if len(got.Topics) != 0 {
		t.Errorf("topics %+v", got.Topics)
	}
}

// TestSuggestSeveralQuestions: each with its sentence, in the order of the text.
func TestSuggestSeveralQuestions(t *testing.T) {
	c, _ := newFilled(t)
	got := c.suggest("Во дворе по ул. Полевая, д. 1 не горят фонари уличного освещения. Участковый терапевт не " +
		"принимает, не записаться к врачу в поликлинику.\nЗадерживают зарплату на заводе!")
	var told []string
	for _, topic := range got.Topics {
		told = append(told, topic.Hits[0].Code[:theme]+" "+topic.Text[:strings.Index(topic.Text, " ")])
	}
	if want := "0003.0009.0097 Во, 0002.0014.0143 Участковый, 0002.0006.0064 Задерживают"; strings.Join(
		told, ", ") != want {
		t.Errorf("topics %q, want %q", told, want)
	}
}

// TestSuggestLearned: what the office chose counts here too.
func TestSuggestLearned(t *testing.T) {
	c, _ := newFilled(t)
	const text = "Мусор во дворе. Не вывозят мусор вторую неделю."
	own := c.searchCodes(text)[9].Code
	if place(c.suggest(text).Hits, own) >= 0 {
		t.Fatalf("%s is suggested before it was chosen", own)
	}
	c.choose("не вывозят мусор", own)
	hits := c.suggest(text).Hits
	if at := place(hits, own); at < 0 || hits[at].Chosen != "вывозят мусор" {
		t.Errorf("%s is not among %+v", own, hits)
	}
}

// TestSuggestHostile: nothing fails, lists are bounded.
func TestSuggestHostile(t *testing.T) {
	c, _ := newFilled(t)
	const size = 64 << 10 // bytes, and more where it says so
	for name, text := range map[string]string{
		"empty": "", "blank": " \n\t ", "digits": strings.Repeat("1", size),
		"amounts": strings.Repeat("1000 0416 ", size/10), "codes": strings.Repeat("0003.0009.0097.0694 ", size/20),
		"one word": strings.Repeat("мусор", size/10), "a word again": strings.Repeat("мусор ", size/11),
		"one sentence again": strings.Repeat("Не вывозят мусор. ", size/30),
		"one-letter lines":   strings.Repeat("о\n", size/3), "RTL": strings.Repeat("\u202eקיר مدرسة\u202c ", 2000),
		"control": strings.Repeat("\x00\x01\x1b[31m\u0085мусор\ufeff\u200b", 2000),
		"marks":   strings.Repeat("!?;.", size/4), "accents": strings.Repeat("е\u0301\u0308", size/6),
		"cut letter": strings.Repeat("я", size), "not UTF-8": "мусор \xff\xfe\xc0",
		"surrogates": strings.Repeat("😀 мусор. ", 4000), "markup": "<script>alert(1)</script> мусор",
		"megabytes": strings.Repeat("Дорога разбита! ", 200_000),
	} {
		got := c.suggest(text)
		if len(got.Hits) > finder.SuggestedCodes || len(got.Topics) > finder.SuggestedCodes ||
			got.Hits == nil || got.Topics == nil {
			t.Errorf("%s: %d hits, %d topics, nil: %v %v", name, len(got.Hits), len(got.Topics), got.Hits == nil,
				got.Topics == nil)
		}
		if nothing := name == "empty" || name == "blank" || name == "marks" || name == "digits" || name == "RTL" ||
			name == "codes"; nothing != (len(got.Hits) == 0) && name != "one word" && name != "accents" &&
			name != "cut letter" && name != "amounts" {
			t.Errorf("%s: hits %+v", name, got.Hits)
		}
	}
	// Different sentences without end are read as far as the bound goes.
	var b strings.Builder
	for row := range edition(t).All() {
		b.WriteString(row.Title + ". ")
	}
	if got := c.suggest(b.String()); len(got.Topics) != finder.SuggestedCodes {
		t.Errorf("the whole classifier: %d topics", len(got.Topics))
	}
}

func edition(t *testing.T) *classifier.Table {
	t.Helper()
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		t.Fatal(err)
	}
	return table
}
