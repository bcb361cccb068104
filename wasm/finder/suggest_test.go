package finder

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"":                 nil,
		"...":              nil,
		"Нет воды. Темно!": {"Нет воды.", "Темно!"},
		"Во дворе по ул. Полевая, д. 1 темно. Почему?": {"Во дворе по ул. Полевая, д. 1 темно.", "Почему?"},
		"Яма\nМусор; снег":         {"Яма", "Мусор;", "снег"},
		"И. И. Иванов просит":      {"И. И. Иванов просит"},
		"Мусор! Мусор! мусор":      {"Мусор!", "мусор"},
		"а\nбв\n12345\n\x00\nдом":  {"дом"},
		"מים. مدرسة":               {"מים.", "مدرسة"},
		"Дом 5. Нет света":         {"Дом 5. Нет света"}, // a number may be of a house
		strings.Repeat("щ", 70000): {strings.Repeat("щ", 70000)},
	} {
		if got := sentences(text); !slices.Equal(got, want) {
			t.Errorf("sentences(%.60q) = %.200q, want %.200q", text, got, want)
		}
	}
	var b strings.Builder
	for r := 'а'; r <= 'я'; r++ {
		for s := 'а'; s <= 'я'; s++ {
			b.WriteString("дом" + string(r) + string(s) + "\n")
		}
	}
	if got := sentences(b.String()); len(got) != maxSentences || got[0] != "домаа" {
		t.Errorf("%d sentences, want %d from the beginning", len(got), maxSentences)
	}
}

// Greetings and thanks are not separate questions; the same theme twice is one question.
func TestSuggestTopics(t *testing.T) {
	ix := talking()
	for _, c := range []struct{ text, want string }{
		{"Не горят фонари.", ""},
		{"Здравствуйте! Прошу принять меры. На улице не горят фонари, темно. Заранее благодарю. С уважением, Иванов.",
			""},
		{"На улице не горят фонари. Вечером темно, фонари не включают.", ""},
		{"Прошу предоставить земельный участок многодетной семье. Также прошу назначить детское пособие.",
			"0002.0007.0074 0002.0004.0051"},
		{"Не вывозят мусор. Дети не могут доехать до школы.", "0005.0005.0056 0002.0013.0139"},
	} {
		var got []string
		for _, topic := range ix.Suggest(c.text, nil).Topics {
			got = append(got, topic.Hits[0].Code[:len("0000.0000.0000")])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: topics %q, want %q", c.text, got, c.want)
		}
	}
}

// TestBlocks: what asks for something ends a question; a common request ends several.
func TestBlocks(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil,
		"Здравствуйте!\nЯ пенсионерка.\nКрыша течёт. Прошу починить крышу. Уже писала.\nС уважением": {
			"Крыша течёт. Прошу починить крышу. Уже писала."},
		"1) Школы нет. Постройте школу. 2) Автобус редкий. Пустите большой автобус.": {
			"1) Школы нет. Постройте школу.", "2) Автобус редкий. Пустите большой автобус."},
		"Не горят фонари. Нет воды. Прошу принять меры.": {"Не горят фонари.", "Нет воды."},
		"Не горят фонари. Нет воды.":                     {"Не горят фонари.", "Нет воды."},
		"Когда пустят автобус? Почему закрыли аптеку?":   {"Когда пустят автобус?", "Почему закрыли аптеку?"},
	} {
		var got []string
		for _, block := range blocks(text) {
			got = append(got, strings.Join(block, " "))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
