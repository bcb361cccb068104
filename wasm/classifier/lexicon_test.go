package classifier

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
	if text := string(got.appendText(nil, got.said[1].phrases[2])); text != "Wi-Fi, ёлка" {
		t.Errorf("a phrase became %q", text)
	}
	for _, word := range []string{"дороге", "выбоины", "коммунальное", "неведомыми"} {
		if got.stem(word) != stem(word) {
			t.Errorf("stem of %s is %s, want %s", word, got.stem(word), stem(word))
		}
	}
}

// A damaged lexicon is an error, never a panic.
func TestLexiconDamaged(t *testing.T) {
	good := few.Compile(nil).Encode()
	for n := range good {
		if _, err := DecodeLexicon(good[:n]); err == nil {
			t.Errorf("cut after %d bytes: no error", n)
		}
		changed := append([]byte(nil), good...)
		changed[n] ^= 0xff
		_, _ = DecodeLexicon(changed)
		if _, err := LoadIndex(smallTable(t), good[:n]); err == nil {
			t.Errorf("cut after %d bytes: an index", n)
		}
	}
}

func TestParsePhrasesRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no tab": "0001 яма", "no code": "\tяма", "twice": "0001\tа\n0001\tб", "empty": "0001\tа; ;б", "nothing": "0001\t",
	} {
		if _, err := ParsePhrases([]byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
