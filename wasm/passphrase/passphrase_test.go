package passphrase

import (
	"slices"
	"strings"
	"testing"

	"rroform/static"
)

func TestWeak(t *testing.T) {
	for _, s := range []string{
		"12345678", "123456789", "87654321", "1234567890", "11111111", "12121212", "аааааааа", "qwertyui",
		"qwerty123", "QWERTY123", "йцукенгш", "ЙЦУКЕНГШ", "йцукен123", "фывапролдж", "ячсмитьб", "1qaz2wsx",
		"1q2w3e4r", "1й2ц3у4к", "qazwsxedc", "asdfghjkl", "zxcvbnm,", "abcdefgh", "абвгдежз", "password",
		"Password1", "password!", "P@ssw0rd", "пароль12", "Пароль123", "парольпароль", "2026пароль",
		"gfhjkm12", "gfhjkm2026!", "privet123", "administrator", "админ123456", "Администрация", "приёмная1",
		"iloveyou", "qwertyqwerty", "123qwe123qwe", "123123123", "qweasdzxc", "самсунг1", "москва2026",
		"наташа1985", "  12345678  ", "123йцу456", "!!!!!!!!", "00000000",
	} {
		if !Weak(s) {
			t.Errorf("«%s» passes", s)
		}
	}
	for _, s := range []string{
		"три несвязанных слова", "другой пароль", "не тот пароль", "верный пароль", "лампа ковёр олень",
		"Vr7-kuL2w9", "сиреневый трактор 12", "кофе у окна", "мой кот Барсик ест", "9f1c7b2e44",
	} {
		if Weak(s) {
			t.Errorf("«%s» is refused", s)
		}
	}
}

// TestCommonAreWeak: every entry of the list is weak, also with digits around it.
func TestCommonAreWeak(t *testing.T) {
	list := static.CommonPassphrases()
	if len(list) < 100 {
		t.Fatalf("%d entries", len(list))
	}
	for _, word := range list {
		if !Weak(word) || !Weak(word+"123") || !Weak(strings.ToUpper(word)+"2026!") {
			t.Errorf("«%s» passes", word)
		}
	}
}

// TestPropose: proposals are strong, differ, and use every word of the list.
func TestPropose(t *testing.T) {
	list := static.Words()
	if len(list) != 256 {
		t.Fatalf("%d words, want 256", len(list))
	}
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(list) {
		t.Error("a word is in the list twice")
	}
	seen, used := map[string]bool{}, map[string]bool{}
	for i := range 2000 {
		s := Propose()
		if i < 100 && (Weak(s) || Short(s)) || seen[s] || len(strings.Fields(s)) != proposed {
			t.Fatalf("«%s»", s)
		}
		seen[s] = true
		for _, word := range strings.Fields(s) {
			used[word] = true
		}
	}
	if len(used) != len(list) {
		t.Errorf("%d of %d words are ever used", len(used), len(list))
	}
}
