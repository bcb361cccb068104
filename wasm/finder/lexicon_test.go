package finder

import (
	"reflect"
	"testing"
)

var few = Phrases{
	"0003.0009.0099.0742": {"яма на дороге", "УК не чистит", "Wi-Fi, ёлка"},
	"*.0110":              {"залатать выбоины"},
}

func TestLexiconRoundTrip(t *testing.T) {
	l := few.Compile(edition(t))
	got, err := DecodeLexicon(l.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, l) {
		t.Error("what was read differs from what was written")
	}
	if s := got.phrasesOf("0003.0009.0099.0742"); string(got.appendText(nil, s.to-1)) != "Wi-Fi, ёлка" {
		t.Errorf("a phrase became %q", got.appendText(nil, s.to-1))
	}
	ix := NewIndex(edition(t), got, nil)
	for _, word := range []string{"дороге", "выбоины", "коммунальное", "неведомыми"} {
		if root, _, _ := ix.root(word); root != stem(word) {
			t.Errorf("stem of %s is %s, want %s", word, root, stem(word))
		}
	}
}

// A damaged lexicon is an error, never a panic.
func TestLexiconDamaged(t *testing.T) {
	good := few.Compile(smallTable(t)).Encode()
	for n := range good {
		if _, err := DecodeLexicon(good[:n]); err == nil {
			t.Errorf("cut after %d bytes: no error", n)
		}
		changed := append([]byte(nil), good...)
		changed[n] ^= 0xff
		_, _ = DecodeLexicon(changed)
		if _, err := LoadIndex(smallTable(t), good[:n], NewHabits().Encode()); err == nil {
			t.Errorf("cut after %d bytes: an index", n)
		}
	}
}

func TestParsePhrasesRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no tab": "0001 яма", "no code": "\tяма", "twice": "0001\tа\n0001\tб", "empty": "0001\tа; ;б",
		"nothing": "0001\t",
	} {
		if _, err := ParsePhrases([]byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
