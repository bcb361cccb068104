package finder

import (
	"testing"

	"rroform/static"
	"rroform/wasm/classifier"
)

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := classifier.Parse(static.Classifier(), static.ClassifierEdition); err != nil {
			b.Fatal(err)
		}
	}
}

func spoken(tb testing.TB) *Lexicon {
	tb.Helper()
	l, err := DecodeLexicon(static.Lexicon())
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func BenchmarkIndex(b *testing.B) {
	t := edition(b)
	for name, load := range map[string]func(*classifier.Table, []byte, []byte) (*Index, error){"load": LoadIndex,
		"build": BuildIndex} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := load(t, static.Lexicon(), static.Habits()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	ix := NewIndex(edition(b), spoken(b), nil)
	for _, c := range []struct{ name, text string }{
		{"letter", "о"},
		{"number", "0389"},
		{"code", "0002.0014"},
		{"words", "ремонт дорог и тротуаров"},
		{"typo", "арбитаржное судопроизводство"},
		{"letter of a citizen", "Автобусы маршрута № 42 регулярно проходят мимо остановки без посадки пассажиров. " +
			"Из-за этого жители опаздывают на работу и в поликлинику, особенно утром. Просим проверить работу " +
			"перевозчика"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				ix.Search(c.text, MaxHits, nil)
			}
		})
	}
}
